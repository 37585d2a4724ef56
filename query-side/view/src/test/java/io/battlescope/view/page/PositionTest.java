package io.battlescope.view.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void keysComeBackAsTheyWere() {
        Instant time = Instant.parse("2026-11-01T12:00:00.123456Z");
        BigDecimal isk = new BigDecimal("12345678901234.50");

        Position position = Position.of(time, isk, 42L, "battle-1");

        assertThat(position.instant(0)).isEqualTo(time);
        assertThat(position.decimal(1)).isEqualTo(isk);
        assertThat(position.number(2)).isEqualTo(42);
        assertThat(position.id(3)).isEqualTo("battle-1");
    }

    @Test
    void keysThatNoRowCanHaveAreRefused() {
        Position position = new Position(List.of("x", "1e999999999", "+999999999-12-31T23:59:59Z", "a\u0000b"));

        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.number(0));
        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.decimal(1));
        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.instant(0));
        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.instant(2));
        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.id(3));
        assertThatExceptionOfType(InvalidPositionException.class).isThrownBy(() -> position.requireKeys(2));
    }

    @Test
    void aPageKnowsWhetherAnotherFollowsWithoutCounting() {
        assertThat(Page.cut(List.of(1, 2), 2, Position::of).end()).isEmpty();
        assertThat(Page.cut(List.of(1, 2, 3), 2, Position::of))
                .isEqualTo(new Page<>(List.of(1, 2), Optional.of(Position.of(2))));
    }
}
