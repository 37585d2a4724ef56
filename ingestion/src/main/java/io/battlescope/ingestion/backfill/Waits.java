package io.battlescope.ingestion.backfill;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to leave trouble alone: twice as long each time, a quarter of an hour at most, with jitter. */
final class Waits {

    private static final long FIRST_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 900_000;
    private static final int DOUBLINGS = 10;

    private Waits() {}

    static Duration after(int attempts) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.clamp(attempts - 1L, 0, DOUBLINGS));
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
