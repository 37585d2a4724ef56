package io.battlescope.projection.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LagClockTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final Integer p0 = 0;
    private final Integer p1 = 1;
    private final LagClock clock = new LagClock(START);

    @Test
    void nothing_waits_in_an_empty_topic() {
        assertThat(clock.measure(Map.of(p0, -1L, p1, -1L), Map.of(p0, 0L, p1, 0L), after(1)))
                .isEqualTo(new Lag(0, 0));
    }

    @Test
    void a_quiet_topic_has_no_lag_however_old_its_last_record() {
        assertThat(measure(9, 10, 1)).isEqualTo(new Lag(0, 0));
        assertThat(measure(9, 10, 3600)).isEqualTo(new Lag(0, 0));
        assertThat(measure(9, 11, 3601)).isEqualTo(new Lag(1, 1000));
    }

    @Test
    void lag_is_the_time_since_everything_then_there_was_handled() {
        measure(9, 10, 1);
        assertThat(measure(10, 20, 2)).isEqualTo(new Lag(9, 1000));
        assertThat(measure(15, 30, 3)).isEqualTo(new Lag(14, 2000));
        // everything of second 2 is handled now
        assertThat(measure(19, 40, 4)).isEqualTo(new Lag(20, 2000));
        assertThat(measure(39, 40, 5)).isEqualTo(new Lag(0, 0));
    }

    @Test
    void a_backlog_found_at_the_start_counts_from_there() {
        assertThat(measure(-1, 100, 5)).isEqualTo(new Lag(100, 5000));
    }

    @Test
    void offsets_that_compaction_took_away_do_not_wait() {
        // six records were there; the last of a partition is the latest of its key and stays, others go
        assertThat(measure(-1, 6, 1).records()).isEqualTo(6);
        assertThat(measure(3, 9, 2).records()).isEqualTo(5);
        // the record that the first look ended with is gone, and the next one handled lies beyond
        assertThat(measure(8, 9, 3)).isEqualTo(new Lag(0, 0));
    }

    @Test
    void a_replay_falls_behind_again() {
        measure(9, 10, 1);
        assertThat(measure(-1, 10, 2)).isEqualTo(new Lag(10, 1000));
        assertThat(measure(9, 10, 3)).isEqualTo(new Lag(0, 0));
    }

    @Test
    void a_partition_without_a_position_waits_whole() {
        assertThat(clock.measure(Map.of(p0, 4L), Map.of(p0, 5L, p1, 3L), after(1))
                        .records())
                .isEqualTo(3);
    }

    @Test
    void a_backlog_of_a_day_keeps_its_measure() {
        measure(9, 10, 0);
        for (int second = 1; second < 86_400; second++) {
            measure(9, 10 + second, second);
        }
        assertThat(measure(9, 90_000, 86_400).millis()).isEqualTo(86_400_000);
        assertThat(measure(90_000 - 1, 90_000, 86_401).millis()).isZero();
    }

    private Lag measure(long handled, long end, int second) {
        return clock.measure(Map.of(p0, handled, p1, -1L), Map.of(p0, end, p1, 0L), after(second));
    }

    private static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }
}
