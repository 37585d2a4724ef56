package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Keeps count of the job in work, and tells of it about once a second. */
@Component
class JobProgress {

    private static final Duration TELL_EACH = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final JobDays days;
    private final HistoryMonitor monitor;
    private final Clock clock;
    /** The job whose last day was just done; empty when something came in between. */
    private String goingOn = "";

    private Pace pace;
    private Instant told = Instant.EPOCH;
    private long dayMissing;
    private long dayFetched;

    JobProgress(Jobs jobs, JobDays days, HistoryMonitor monitor, Clock clock) {
        this.jobs = jobs;
        this.days = days;
        this.monitor = monitor;
        this.clock = clock;
    }

    /** A day was looked at. */
    void began(BackfillJob job, LocalDate day, long missing) {
        JobDays.Sums sums = days.sums(job.jobId());
        if (!goingOn.equals(job.jobId()) || job.status() != Status.RUNNING) {
            pace = new Pace(clock.instant(), sums, Pace.share(sums, 0));
        }
        goingOn = "";
        dayMissing = missing;
        dayFetched = 0;
        monitor.working("fetching " + missing + " killmails of " + day + " for job " + job.jobId());
        tell(job, day, sums);
    }

    /** Killmails were delivered. */
    void moved(BackfillJob job, LocalDate day, int killmails) {
        days.fetched(job.jobId(), day, killmails);
        dayFetched += killmails;
        monitor.working("fetching " + (dayMissing - dayFetched) + " killmails of " + day + " for job " + job.jobId());
        if (!clock.instant().isBefore(told.plus(TELL_EACH))) {
            tell(job, day, days.sums(job.jobId()));
        }
    }

    /** A day was done, and the next one's turn is now: the time until then counts. Time that a job waits does not. */
    void dayDone(BackfillJob job) {
        goingOn = job.jobId();
    }

    /** All days are done. */
    void ended(BackfillJob job) {
        JobSteps.Progress progress = new JobSteps.Progress(days.sums(job.jobId()), 0, null);
        jobs.change(job.jobId(), now -> JobSteps.done(now, progress, instant()));
    }

    private void tell(BackfillJob of, LocalDate day, JobDays.Sums sums) {
        double partOfDay = dayMissing == 0 ? 0 : Math.min(1, (double) dayFetched / dayMissing);
        JobSteps.Progress progress = pace.progress(sums, Pace.share(sums, partOfDay), clock.instant());
        jobs.change(of.jobId(), job -> JobSteps.running(job, day, progress, instant()));
        told = clock.instant();
    }

    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
