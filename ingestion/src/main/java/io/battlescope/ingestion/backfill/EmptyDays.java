package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.completeness.Completeness;
import io.battlescope.ingestion.completeness.KnownDay;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.history.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells days without killmails from those whose list is not to be had just now: both answer 404. */
@Component
class EmptyDays {

    /** A range can have many such days, which are not worth as many downloads. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final History history;
    private final Completeness completeness;
    private final Clock clock;
    private Map<LocalDate, Long> totals;
    private Instant askedAt = Instant.EPOCH;

    EmptyDays(History history, Completeness completeness, Clock clock) {
        this.history = history;
        this.completeness = completeness;
        this.clock = clock;
    }

    /** Whether the source's totals give the day none, and nobody has ever listed any. */
    boolean isEmpty(LocalDate day) throws FeedException, InterruptedException {
        KnownDay before = completeness.known().get(day);
        return (before == null || before.listedTotal() == 0) && totals().getOrDefault(day, 0L) == 0;
    }

    private Map<LocalDate, Long> totals() throws FeedException, InterruptedException {
        Instant now = clock.instant();
        if (totals == null || now.isAfter(askedAt.plus(KEPT))) {
            totals = history.totals();
            askedAt = now;
        }
        return totals;
    }
}
