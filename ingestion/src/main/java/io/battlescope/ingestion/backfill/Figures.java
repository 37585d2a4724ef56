package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.completeness.Completeness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Looks up what the status tells of history, now and then. */
@Component
class Figures {

    private static final Duration EACH = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final Completeness completeness;
    private final HistoryMonitor monitor;
    private final Clock clock;
    private final int window;
    private Instant next = Instant.EPOCH;

    Figures(Jobs jobs, Completeness completeness, HistoryMonitor monitor, Clock clock, BackfillProperties properties) {
        this.jobs = jobs;
        this.completeness = completeness;
        this.monitor = monitor;
        this.clock = clock;
        this.window = properties.completeness().days();
    }

    void refreshIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(EACH);
            LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(window);
            monitor.figures(jobs.open(), completeness.missingSince(first));
        }
    }
}
