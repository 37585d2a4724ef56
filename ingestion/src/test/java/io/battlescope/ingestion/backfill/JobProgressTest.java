package io.battlescope.ingestion.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.api.feed.BackfillJob.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;

class JobProgressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 10);
    private static final int DAYS = 10;

    private Instant now = Instant.parse("2026-08-20T12:00:00Z");
    private BackfillJob job = new BackfillJob(
            "job",
            1,
            "alice",
            "A test",
            Cause.ADMIN,
            DAY.minusDays(DAYS - 1),
            DAY,
            Status.WAITING,
            0,
            DAYS,
            null,
            0,
            0,
            0,
            0,
            null,
            now,
            now,
            null);
    private int daysDone;
    private long fetched;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final JobDays days = new JobDays(null) {
        @Override
        void fetched(String jobId, LocalDate day, int killmails) {
            fetched += killmails;
        }

        @Override
        Sums sums(String jobId) {
            return new Sums(daysDone, DAYS, 0, 0, fetched);
        }
    };
    private final Jobs jobs = new Jobs(null, days, null, clock) {
        @Override
        public Optional<BackfillJob> change(String jobId, UnaryOperator<BackfillJob> change) {
            job = change.apply(job);
            return Optional.of(job);
        }
    };
    private final JobProgress progress = new JobProgress(jobs, days, new HistoryMonitor(null), clock);

    @Test
    void fromDayToDayThePaceIsThatOfTheWholeJob() {
        dayOf(100, Duration.ofSeconds(10));
        progress.began(job, DAY.minusDays(1), 100);
        movedAfter(Duration.ofSeconds(40), 50);

        assertThat(job.killmailsPerSecond()).isEqualTo(3);
        assertThat(job.estimatedEnd()).as("15 % took 50 s").isCloseTo(now.plusMillis(283_333), within(2));
    }

    @Test
    void timeThatAJobWasPausedIsNoPartOfItsPace() {
        dayOf(100, Duration.ofSeconds(10));
        job = JobSteps.pause(job, now);
        now = now.plus(Duration.ofHours(5));
        job = JobSteps.resume(job, now);

        progress.began(job, DAY.minusDays(1), 100);
        movedAfter(Duration.ofSeconds(10), 50);

        assertThat(job.killmailsPerSecond()).isEqualTo(5);
        assertThat(job.estimatedEnd()).as("5 % took 10 s").isCloseTo(now.plusSeconds(170), within(2));
    }

    @Test
    void timeThatAJobWaitedForASourceIsNoPartOfItsPace() {
        dayOf(100, Duration.ofSeconds(10));
        progress.began(job, DAY.minusDays(1), 100);
        movedAfter(Duration.ofSeconds(10), 20);
        job = JobSteps.troubled(job, "ESI is down", now);
        now = now.plus(Duration.ofHours(5));

        progress.began(job, DAY.minusDays(1), 80);
        movedAfter(Duration.ofSeconds(10), 40);

        assertThat(job.killmailsPerSecond()).isEqualTo(4);
        assertThat(job.estimatedEnd()).as("5 % took 10 s").isCloseTo(now.plusSeconds(170), within(2));
    }

    private void dayOf(int killmails, Duration time) {
        progress.began(job, DAY, killmails);
        movedAfter(time, killmails);
        daysDone++;
        progress.dayDone(job);
    }

    private void movedAfter(Duration time, int killmails) {
        now = now.plus(time);
        progress.moved(job, DAY, killmails);
    }

    private static TemporalUnitOffset within(long millis) {
        return new TemporalUnitWithinOffset(millis, ChronoUnit.MILLIS);
    }
}
