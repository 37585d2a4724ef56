package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** How a job changes. A step that changes nothing gives back the job as it was. */
final class JobSteps {

    private static final Set<Status> ENDED = Set.of(Status.DONE, Status.CANCELLED);

    private JobSteps() {}

    /**
     * How far a job got.
     *
     * @param estimatedEnd {@code null} when nobody can tell
     */
    record Progress(JobDays.Sums sums, double killmailsPerSecond, Instant estimatedEnd) {}

    static boolean hasEnded(BackfillJob job) {
        return ENDED.contains(job.status());
    }

    static boolean isOpen(BackfillJob job) {
        return job.status() == Status.WAITING || job.status() == Status.RUNNING;
    }

    static BackfillJob pause(BackfillJob job, Instant now) {
        return isOpen(job) ? with(job, Status.PAUSED, job.day(), null, null, now) : job;
    }

    static BackfillJob resume(BackfillJob job, Instant now) {
        return job.status() == Status.PAUSED ? with(job, Status.WAITING, job.day(), null, null, now) : job;
    }

    static BackfillJob cancel(BackfillJob job, Instant now) {
        return hasEnded(job) ? job : with(job, Status.CANCELLED, null, null, null, now);
    }

    static BackfillJob troubled(BackfillJob job, String trouble, Instant now) {
        return isOpen(job) ? with(job, job.status(), job.day(), trouble, null, now) : job;
    }

    static BackfillJob running(BackfillJob job, LocalDate day, Progress progress, Instant now) {
        return isOpen(job) ? with(job, Status.RUNNING, day, null, progress, now) : job;
    }

    static BackfillJob done(BackfillJob job, Progress progress, Instant now) {
        return isOpen(job) ? with(job, Status.DONE, null, null, progress, now) : job;
    }

    private static BackfillJob with(
            BackfillJob job, Status status, LocalDate day, String trouble, Progress progress, Instant now) {
        boolean moved = progress != null;
        return new BackfillJob(
                job.jobId(),
                job.version() + 1,
                job.actor(),
                job.reason(),
                job.cause(),
                job.from(),
                job.to(),
                status,
                moved ? progress.sums().done() : job.daysDone(),
                job.daysTotal(),
                day,
                moved ? progress.sums().known() : job.known(),
                moved ? progress.sums().missing() : job.missing(),
                moved ? progress.sums().fetched() : job.fetched(),
                status == Status.RUNNING && moved ? progress.killmailsPerSecond() : 0,
                trouble,
                job.createdAt(),
                now,
                status == Status.RUNNING && moved ? progress.estimatedEnd() : null);
    }
}
