package io.battlescope.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static final Instant START = Instant.parse("2021-11-28T10:00:00Z");

    private final Movement movement = new Movement();

    @Test
    void aPositionThatStandsStillWhileSomethingWaitsIsStuckAfterHalfAMinute() {
        seeEachSecond(0, 29, 7, true);
        assertThat(movement.isStuck(at(29))).isFalse();
        seeEachSecond(30, 30, 7, true);
        assertThat(movement.isStuck(at(30))).isTrue();
        seeEachSecond(31, 31, 8, true);
        assertThat(movement.isStuck(at(31))).isFalse();
    }

    @Test
    void aPositionThatStandsStillWhileNothingWaitsIsNotStuck() {
        seeEachSecond(0, 60, 7, false);
        assertThat(movement.isStuck(at(60))).isFalse();
        // something comes, and has half a minute to go
        seeEachSecond(61, 90, 7, true);
        assertThat(movement.isStuck(at(90))).isFalse();
        seeEachSecond(91, 91, 7, true);
        assertThat(movement.isStuck(at(91))).isTrue();
    }

    @Test
    void thePaceIsThatOfTheLastHalfAMinute() {
        assertThat(movement.perSecond()).isZero();
        for (int second = 0; second <= 100; second++) {
            movement.see(at(second), second <= 60 ? 0 : (second - 60) * 50L, true);
        }
        assertThat(movement.perSecond()).isCloseTo(50, within(0.1));
        for (int second = 101; second <= 132; second++) {
            movement.see(at(second), 2_000, false);
        }
        assertThat(movement.perSecond()).isZero();
    }

    private void seeEachSecond(int from, int to, long position, boolean somethingWaits) {
        for (int second = from; second <= to; second++) {
            movement.see(at(second), position, somethingWaits);
        }
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
