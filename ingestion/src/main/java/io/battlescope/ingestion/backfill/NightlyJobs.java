package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.ingestion.completeness.Completeness;
import io.battlescope.ingestion.history.Listing;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a day and gives it a job if anything is missing: both or neither, since a day that was compared and has not changed is
 * not compared again. A day has one job a night, however often the comparison is attempted.
 */
@Component
class NightlyJobs {

    private final Completeness completeness;
    private final Jobs jobs;
    private final JobDays days;

    NightlyJobs(Completeness completeness, Jobs jobs, JobDays days) {
        this.completeness = completeness;
        this.jobs = jobs;
        this.days = days;
    }

    /** @param total what the source's totals give the day */
    @Transactional
    public void compare(LocalDate night, LocalDate day, Listing listing, long total) {
        boolean complete = completeness.compare(day, listing, total).missing().isEmpty();
        if (!complete && !days.open().contains(day)) {
            String jobId = "comparison-" + night + "-of-" + day;
            jobs.add(jobId, Jobs.SYSTEM, "Missing when compared", Cause.COMPARISON, new TreeSet<>(List.of(day)));
        }
    }
}
