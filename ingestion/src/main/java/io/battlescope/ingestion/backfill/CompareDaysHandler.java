package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.api.feed.CompareDays;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** A comparison that is asked for is a job: it compares each day before it fetches, and where nothing is missing that is all. */
@Component
class CompareDaysHandler implements OrderHandler<CompareDays> {

    private final Ranges ranges;
    private final Jobs jobs;

    CompareDaysHandler(Ranges ranges, Jobs jobs) {
        this.ranges = ranges;
        this.jobs = jobs;
    }

    @Override
    public Class<CompareDays> kind() {
        return CompareDays.class;
    }

    @Override
    public Decision decide(CompareDays order, Map<String, Long> prepared) {
        Optional<Decision> refusal = ranges.refusal(order.from(), order.to());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SortedSet<LocalDate> days = Ranges.days(order.from(), order.to());
        jobs.add(order.actId(), order.actor(), order.reason(), Cause.COMPARISON, days);
        return Decision.done("Waits for its turn as job " + order.actId(), Map.of("days", (long) days.size()));
    }
}
