package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.lease.Lease;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the job whose turn it is one day further. */
@Component
class JobWork {

    private static final Logger log = LoggerFactory.getLogger(JobWork.class);
    private static final String PART = "jobs";

    private final Jobs jobs;
    private final JobDays days;
    private final DayWork work;
    private final JobProgress progress;
    private final Lease lease;
    private final HistoryMonitor monitor;

    JobWork(Jobs jobs, JobDays days, DayWork work, JobProgress progress, Lease lease, HistoryMonitor monitor) {
        this.jobs = jobs;
        this.days = days;
        this.work = work;
        this.progress = progress;
        this.lease = lease;
        this.monitor = monitor;
    }

    /** Whether there was anything to do. */
    boolean step() throws InterruptedException {
        Optional<BackfillJob> job = jobs.next();
        if (job.isPresent()) {
            step(job.get());
        }
        return job.isPresent();
    }

    private void step(BackfillJob job) throws InterruptedException {
        Optional<LocalDate> day = days.next(job.jobId());
        if (day.isEmpty()) {
            progress.ended(job);
            log.info("Backfill {} from {} to {} is done", job.jobId(), job.from(), job.to());
            return;
        }
        try {
            work.run(job, day.get());
            progress.dayDone(job);
            jobs.gotOn(job.jobId());
            monitor.trouble(PART, null);
        } catch (HaltedException e) {
            log.info("Backfill {} is put down at {}: {}", job.jobId(), day.get(), e.getMessage());
        } catch (FeedException e) {
            if (lease.isHeld()) {
                postpone(job, day.get(), e);
            }
        }
    }

    private void postpone(BackfillJob job, LocalDate day, FeedException e) {
        if (!e.getMessage().equals(job.trouble())) {
            log.warn("Backfill {} waits at {}: {}", job.jobId(), day, e.getMessage());
        }
        monitor.trouble(PART, "job " + job.jobId() + " waits at " + day + ": " + e.getMessage());
        jobs.postpone(job.jobId(), e.getMessage(), attempts -> e.retryIn().orElseGet(() -> Waits.after(attempts)));
    }
}
