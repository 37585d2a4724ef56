package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.backfill.JobSteps.Progress;
import java.time.Duration;
import java.time.Instant;

/** How fast a job goes, since it was last taken up. */
final class Pace {

    private static final double SECOND_MILLIS = 1_000;

    private final Instant begun;
    private final long fetchedBefore;
    private final double doneBefore;

    /** @param shareBefore how much of the job was done, from 0 to 1 */
    Pace(Instant begun, JobDays.Sums before, double shareBefore) {
        this.begun = begun;
        this.fetchedBefore = before.fetched();
        this.doneBefore = shareBefore;
    }

    Progress progress(JobDays.Sums sums, double share, Instant now) {
        double millis = Duration.between(begun, now).toMillis();
        double perSecond = millis <= 0 ? 0 : Math.max(0, sums.fetched() - fetchedBefore) * SECOND_MILLIS / millis;
        double moved = share - doneBefore;
        Instant end = moved <= 0 || millis <= 0 ? null : now.plusMillis((long) (millis * (1 - share) / moved));
        return new Progress(sums, Math.round(perSecond * 10) / 10.0, end);
    }

    /** How much of a job is done: whole days, and the part of the day in work that was fetched. */
    static double share(JobDays.Sums sums, double partOfDay) {
        return sums.total() == 0 ? 1 : Math.min(1, (sums.done() + partOfDay) / sums.total());
    }
}
