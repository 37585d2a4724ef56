package io.battlescope.ingestion.pump;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting times that double up to a limit, with jitter so that services do not come back in step. */
final class Backoff {

    private static final long FIRST_MILLIS = 200;
    private static final double JITTER = 0.2;

    private final long longestMillis;
    private long millis = FIRST_MILLIS;

    Backoff(Duration longest) {
        this.longestMillis = longest.toMillis();
    }

    Duration next() {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        long now = millis;
        millis = Math.min(millis * 2, longestMillis);
        return Duration.ofMillis((long) (now * factor));
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
