package io.battlescope.bench;

import java.time.Instant;

/** Times as numbers, so that they can be reckoned with. */
final class Times {

    private Times() {}

    /** @return seconds since 1970, UTC */
    static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    static double now() {
        return seconds(Instant.now());
    }
}
