package io.battlescope.ingestion.backfill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** When days are compared: zKillboard makes its dumps about six hours after a day ends, and not everybody should come at once. */
final class Night {

    private static final Duration TIME = Duration.between(LocalTime.MIN, LocalTime.of(7, 30));
    private static final int JITTER_MINUTES = 20;

    private Night() {}

    /** The latest time that has passed at which a comparison was due. */
    static Instant latest(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS).plus(TIME);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }

    /** The next one after that, a little later than the others. */
    static Instant after(Instant due) {
        return due.plus(Duration.ofDays(1))
                .plus(Duration.ofMinutes(ThreadLocalRandom.current().nextInt(JITTER_MINUTES)));
    }
}
