package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

@Component
class StartBackfillHandler implements OrderHandler<StartBackfill> {

    private final Ranges ranges;
    private final Jobs jobs;

    StartBackfillHandler(Ranges ranges, Jobs jobs) {
        this.ranges = ranges;
        this.jobs = jobs;
    }

    @Override
    public Class<StartBackfill> kind() {
        return StartBackfill.class;
    }

    @Override
    public Decision decide(StartBackfill order, Map<String, Long> prepared) {
        Optional<Decision> refusal = ranges.refusal(order.from(), order.to());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SortedSet<LocalDate> days = Ranges.days(order.from(), order.to());
        jobs.add(order.actId(), order.actor(), order.reason(), Cause.ADMIN, days);
        return Decision.done("Waits for its turn", Map.of("days", (long) days.size()));
    }
}
