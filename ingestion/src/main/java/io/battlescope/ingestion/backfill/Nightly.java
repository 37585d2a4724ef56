package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.completeness.Completeness;
import io.battlescope.ingestion.completeness.KnownDay;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.history.History;
import io.battlescope.ingestion.history.Listing;
import io.battlescope.ingestion.lease.Lease;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares days each night, once the dumps of the day before are made. The source's totals tell which days have changed: of the last
 * days, and of older ones that were compared before, which grow when late killmails come. What is missing becomes a job.
 */
@Component
class Nightly {

    private static final Logger log = LoggerFactory.getLogger(Nightly.class);
    private static final String PART = "comparison";

    private final History history;
    private final Completeness completeness;
    private final ComparisonRuns runs;
    private final NightlyJobs jobs;
    private final Lease lease;
    private final HistoryMonitor monitor;
    private final Clock clock;
    private final int window;
    private Instant notBefore = Instant.EPOCH;
    private int attempts;

    Nightly(
            History history,
            Completeness completeness,
            ComparisonRuns runs,
            NightlyJobs jobs,
            Lease lease,
            HistoryMonitor monitor,
            Clock clock,
            BackfillProperties properties) {
        this.history = history;
        this.completeness = completeness;
        this.runs = runs;
        this.jobs = jobs;
        this.lease = lease;
        this.monitor = monitor;
        this.clock = clock;
        this.window = properties.completeness().days();
    }

    void runIfDue() throws InterruptedException {
        if (window == 0 || clock.instant().isBefore(notBefore)) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> last = runs.lastFinished();
        Instant due = Night.latest(now);
        if (last.isEmpty() || last.get().isBefore(due)) {
            attempt(due, now);
        } else {
            notBefore = Night.after(due);
        }
    }

    private void attempt(Instant due, Instant now) throws InterruptedException {
        try {
            compare(LocalDate.ofInstant(due, ZoneOffset.UTC), LocalDate.ofInstant(now, ZoneOffset.UTC));
            runs.finished(now);
            attempts = 0;
            monitor.trouble(PART, null);
        } catch (FeedException e) {
            if (lease.isHeld()) {
                attempts++;
                notBefore = now.plus(e.retryIn().orElse(Waits.after(attempts)));
                monitor.trouble(PART, e.getMessage());
                log.warn("The comparison waits until {}: {}", notBefore, e.getMessage());
            }
        }
    }

    private void compare(LocalDate night, LocalDate today) throws FeedException, InterruptedException {
        Map<LocalDate, Long> totals = history.totals();
        Map<LocalDate, KnownDay> known = completeness.known();
        List<LocalDate> same = new ArrayList<>();
        FeedException trouble = null;
        // jobs have their turn in the order they are made, and the latest days matter most
        for (LocalDate day : new TreeSet<>(totals.keySet()).descendingSet()) {
            boolean recent = day.isBefore(today) && !day.isBefore(today.minusDays(window));
            long total = totals.get(day);
            try {
                if (hasToBeCompared(known.get(day), total, recent)) {
                    compare(night, day, total);
                } else if (recent) {
                    same.add(day);
                }
            } catch (FeedException e) {
                // the other days need not wait for this one
                trouble = e;
            }
        }
        completeness.unchanged(same);
        if (trouble != null) {
            throw trouble;
        }
    }

    private static boolean hasToBeCompared(KnownDay before, long total, boolean recent) {
        if (before == null) {
            return recent;
        }
        return before.differsFrom(total) || (recent && before.canMiss());
    }

    private void compare(LocalDate night, LocalDate day, long total) throws FeedException, InterruptedException {
        monitor.working("comparing " + day);
        Optional<Listing> listing = history.index(day);
        if (listing.isPresent()) {
            jobs.compare(night, day, listing.get(), total);
        } else if (total > 0) {
            throw History.noIndex(day);
        }
    }
}
