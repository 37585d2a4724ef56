package io.battlescope.view.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A window of days at a glance. Nothing is known of a day that was never compared, so it is counted apart.
 *
 * @param from first day; that of the question, else the earliest that was compared; {@code null} when there is none
 * @param to last day, inclusive, likewise
 * @param daysCompared days of the window that were compared at least once
 * @param known added up over the days compared, as are the following
 * @param openGaps lost ranges of any feed that are not filled yet, whatever the window
 * @param oldestComparedAt the longest that a day's last comparison is ago (UTC); {@code null} when no day was compared
 * @param newestComparedAt the latest comparison (UTC)
 */
public record CompletenessTotals(
        LocalDate from,
        LocalDate to,
        long daysCompared,
        long known,
        long held,
        long refused,
        long quarantined,
        long missing,
        long beyond,
        long openGaps,
        Instant oldestComparedAt,
        Instant newestComparedAt) {

    /** Days of the window of which nobody can say how complete they are. */
    public long daysNeverCompared() {
        return from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to) + 1 - daysCompared;
    }

    /** Whether every day was compared, nothing is missing, and no gap is open. */
    public boolean isComplete() {
        return daysCompared > 0 && daysNeverCompared() == 0 && missing == 0 && openGaps == 0;
    }
}
