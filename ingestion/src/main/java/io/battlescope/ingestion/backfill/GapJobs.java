package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.ingestion.gap.FeedGaps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a gap its job: both know of each other, or neither. */
@Component
class GapJobs {

    private final FeedGaps gaps;
    private final Jobs jobs;
    private final Clock clock;

    GapJobs(FeedGaps gaps, Jobs jobs, Clock clock) {
        this.gaps = gaps;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public void start(FeedGap gap, SortedSet<LocalDate> days) {
        String jobId = "gap-" + gap.firstSequence() + "-" + clock.instant().toEpochMilli();
        String reason = "The live feed lost sequences " + gap.firstSequence() + " to " + gap.lastSequence();
        jobs.add(jobId, Jobs.SYSTEM, reason, Cause.GAP, days);
        gaps.attach(gap, jobId);
    }
}
