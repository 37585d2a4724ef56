package io.battlescope.esi;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The daily downtime, from 11:00 UTC, a quarter of an hour at most on an ordinary day. A failure within half an hour is put down
 * to it: ESI is then left alone for about a minute by all instances, and the circuit breaker is not told, for what is known to
 * come back soon is no reason to stay away longer. A downtime that lasts longer is a failure like any other.
 */
record Downtime(Clock clock) {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final LocalTime FROM = LocalTime.of(11, 0);
    private static final LocalTime TO = LocalTime.of(11, 30);

    boolean isNow() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return !now.isBefore(FROM) && now.isBefore(TO);
    }
}
