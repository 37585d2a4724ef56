package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Status;
import io.battlescope.api.feed.BackfillStep;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whatever is in the broker's hands when a job is paused or cancelled is still booked; the job stops before the next batch. */
@Component
class ChangeBackfillHandler implements OrderHandler<ChangeBackfill> {

    private final Jobs jobs;
    private final Clock clock;

    ChangeBackfillHandler(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<ChangeBackfill> kind() {
        return ChangeBackfill.class;
    }

    @Override
    public Decision decide(ChangeBackfill order, Map<String, Long> prepared) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<BackfillJob> job = jobs.change(order.jobId(), before -> changed(before, order.step(), now));
        if (job.isEmpty()) {
            return Decision.refused(FeedRefusal.BACKFILL_UNKNOWN, "There is no backfill " + order.jobId());
        }
        if (order.step() == BackfillStep.RESUME) {
            // whoever resumes a job means now, whatever it waited for before
            jobs.gotOn(order.jobId());
        }
        String status = job.get().status().name().toLowerCase(Locale.ROOT);
        boolean asWished = order.step() == BackfillStep.CANCEL && job.get().status() == Status.CANCELLED;
        return JobSteps.hasEnded(job.get()) && !asWished
                ? Decision.refused(FeedRefusal.BACKFILL_ENDED, "It is " + status)
                : Decision.done("It is " + status, Map.of());
    }

    private static BackfillJob changed(BackfillJob job, BackfillStep step, Instant now) {
        return switch (step) {
            case PAUSE -> JobSteps.pause(job, now);
            case RESUME -> JobSteps.resume(job, now);
            case CANCEL -> JobSteps.cancel(job, now);
        };
    }
}
