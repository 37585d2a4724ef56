package io.battlescope.view.feed;

import io.battlescope.api.feed.BackfillJob;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A job that fetches missing killmails from history, from its latest day to its earliest.
 *
 * @param actor who asked for it; {@code battlescope} for the system itself
 * @param cause why there is such a job
 * @param from first day of kill time (UTC)
 * @param to last day, inclusive
 * @param day the day in work; {@code null} before the first and after the last
 * @param known killmails that the source knows of in the days looked at so far
 * @param missing how many of these were not held when the day was looked at
 * @param fetched how many of these were delivered since, accepted or not
 * @param trouble what it waits for, in words; {@code null} when all is well
 * @param createdAt when it was asked for (UTC)
 * @param updatedAt when ingestion last told of it (UTC)
 * @param estimatedEnd at the present pace (UTC); {@code null} when nobody can tell
 */
public record BackfillView(
        String jobId,
        String actor,
        String reason,
        BackfillJob.Cause cause,
        LocalDate from,
        LocalDate to,
        BackfillJob.Status status,
        int daysDone,
        int daysTotal,
        LocalDate day,
        long known,
        long missing,
        long fetched,
        double killmailsPerSecond,
        String trouble,
        Instant createdAt,
        Instant updatedAt,
        Instant estimatedEnd) {

    static BackfillView of(BackfillJob job) {
        return new BackfillView(
                job.jobId(),
                job.actor(),
                job.reason(),
                job.cause(),
                job.from(),
                job.to(),
                job.status(),
                job.daysDone(),
                job.daysTotal(),
                job.day(),
                job.known(),
                job.missing(),
                job.fetched(),
                job.killmailsPerSecond(),
                job.trouble(),
                job.createdAt(),
                job.updatedAt(),
                job.estimatedEnd());
    }
}
