package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Status;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.ingestion.completeness.Completeness;
import io.battlescope.ingestion.completeness.KnownDay;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.gap.FeedGaps;
import io.battlescope.ingestion.history.History;
import io.battlescope.ingestion.lease.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes jobs of gaps. What was lost is in the dumps that are made after the last day of the gap has ended: all of them are then made
 * anew. So a gap waits for that day's dump, and the job looks at the gap's days and at those that have grown.
 */
@Component
class GapFilling {

    private static final Logger log = LoggerFactory.getLogger(GapFilling.class);
    private static final String PART = "gaps";
    private static final Duration LOOK_EACH = Duration.ofSeconds(10);
    private static final Duration ASK_EACH = Duration.ofHours(1);

    private final FeedGaps gaps;
    private final GapJobs gapJobs;
    private final Jobs jobs;
    private final JobDays jobDays;
    private final Completeness completeness;
    private final History history;
    private final Lease lease;
    private final HistoryMonitor monitor;
    private final Clock clock;
    private Instant nextLook = Instant.EPOCH;
    private Instant nextQuestion = Instant.EPOCH;

    GapFilling(
            FeedGaps gaps,
            GapJobs gapJobs,
            Jobs jobs,
            JobDays jobDays,
            Completeness completeness,
            History history,
            Lease lease,
            HistoryMonitor monitor,
            Clock clock) {
        this.gaps = gaps;
        this.gapJobs = gapJobs;
        this.jobs = jobs;
        this.jobDays = jobDays;
        this.completeness = completeness;
        this.history = history;
        this.lease = lease;
        this.monitor = monitor;
        this.clock = clock;
    }

    void runIfDue() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EACH);
        List<FeedGap> without = gaps.open().stream().filter(this::needsJob).toList();
        if (without.isEmpty()) {
            monitor.trouble(PART, null);
        } else if (!now.isBefore(nextQuestion)) {
            nextQuestion = now.plus(ASK_EACH);
            makeJobs(without);
        }
    }

    /** Marks those that their job has filled. A job that was cancelled is not made again. */
    private boolean needsJob(FeedGap gap) {
        Optional<BackfillJob> job = Optional.ofNullable(gap.jobId()).flatMap(jobs::find);
        if (job.isEmpty()) {
            return true;
        }
        if (!JobSteps.hasEnded(job.get())) {
            return false;
        }
        if (isComplete(job.get())) {
            gaps.filledBy(gap.jobId());
            return false;
        }
        return job.get().status() == Status.DONE;
    }

    /** Whether each of the job's days was compared since the job began, and misses nothing. */
    private boolean isComplete(BackfillJob job) {
        Map<LocalDate, KnownDay> known = completeness.known();
        return jobDays.of(job.jobId()).stream()
                .map(known::get)
                .allMatch(day ->
                        day != null && day.missing() == 0 && !day.comparedAt().isBefore(job.createdAt()));
    }

    private void makeJobs(List<FeedGap> without) throws InterruptedException {
        try {
            Map<LocalDate, Long> totals = history.totals();
            Map<LocalDate, KnownDay> known = completeness.known();
            without.forEach(gap -> makeJob(gap, totals, known));
        } catch (FeedException e) {
            if (lease.isHeld()) {
                monitor.trouble(PART, e.getMessage());
                log.warn("Gaps wait for history: {}", e.getMessage());
                nextQuestion = clock.instant().plus(e.retryIn().orElse(Waits.after(1)));
            }
        }
    }

    private void makeJob(FeedGap gap, Map<LocalDate, Long> totals, Map<LocalDate, KnownDay> known) {
        LocalDate last = day(gap.notAfter() == null ? gap.noticedAt() : gap.notAfter());
        if (!totals.containsKey(last)) {
            monitor.trouble(PART, "sequences from " + gap.firstSequence() + " wait for the dump of " + last);
            return;
        }
        LocalDate first =
                day(gap.notBefore() == null ? gap.noticedAt() : gap.notBefore()).minusDays(1);
        SortedSet<LocalDate> days = Ranges.days(first.isAfter(last) ? last : first, last);
        days.retainAll(totals.keySet());
        known.values().stream()
                .filter(day -> totals.containsKey(day.day()) && day.differsFrom(totals.get(day.day())))
                .forEach(day -> days.add(day.day()));
        gapJobs.start(gap, days);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
