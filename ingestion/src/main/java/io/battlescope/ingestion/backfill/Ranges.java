package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.order.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which ranges of days there can be a job for. */
@Component
class Ranges {

    private static final LocalDate EVE_OPENED = LocalDate.of(2003, 5, 6);

    private final FeedChoice feed;
    private final Clock clock;

    Ranges(FeedChoice feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Why there can be none; empty when there can. */
    Optional<Decision> refusal(LocalDate from, LocalDate to) {
        if (!feed.hasHistory()) {
            return refused(FeedRefusal.NO_HISTORY, "The feed " + feed.text() + " has no history");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (from == null || to == null || from.isAfter(to)) {
            return refused(FeedRefusal.RANGE_INVALID, "The range from " + from + " to " + to + " has no day");
        }
        if (from.isBefore(EVE_OPENED)) {
            return refused(FeedRefusal.RANGE_INVALID, "The game opened on " + EVE_OPENED);
        }
        return to.isAfter(today) ? refused(FeedRefusal.RANGE_INVALID, to + " has not begun (UTC)") : Optional.empty();
    }

    static SortedSet<LocalDate> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Decision> refused(FeedRefusal refusal, String detail) {
        return Optional.of(Decision.refused(refusal, detail));
    }
}
