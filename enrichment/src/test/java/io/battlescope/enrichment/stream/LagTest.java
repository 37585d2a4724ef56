package io.battlescope.enrichment.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagTest {

    private static final TopicPartition FIRST = new TopicPartition("killmail.ingested", 0);
    private static final TopicPartition SECOND = new TopicPartition("killmail.ingested", 1);
    private static final TopicPartition THIRD = new TopicPartition("killmail.ingested", 2);

    private final Lag lag = new Lag();

    @Test
    void nothing_to_do_is_no_lag() {
        lag.assigned(FIRST, 0, 1_000);

        assertThat(lag.records()).isZero();
        assertThat(lag.millis(9_000)).isZero();
    }

    @Test
    void a_backlog_counts_from_the_assignment_until_its_age_is_known() {
        lag.assigned(FIRST, 40, 1_000);
        lag.assigned(SECOND, 2, 1_000);

        assertThat(lag.records()).isEqualTo(42);
        assertThat(lag.millis(1_500)).isEqualTo(500);
    }

    @Test
    void what_is_in_hand_is_not_done_however_often_it_is_tried() {
        lag.assigned(FIRST, 10, 9_000);
        lag.inHand(FIRST, 10, 4_000);
        lag.unread(FIRST, 5);
        lag.inHand(FIRST, 10, 4_000);

        assertThat(lag.records()).isEqualTo(15);
        assertThat(lag.millis(10_000)).isEqualTo(6_000);
    }

    @Test
    void the_partition_furthest_behind_says_how_late_we_are() {
        lag.assigned(FIRST, 0, 0);
        lag.assigned(SECOND, 0, 0);
        lag.assigned(THIRD, 0, 0);
        lag.inHand(FIRST, 1, 8_000);
        lag.inHand(SECOND, 1, 3_000);
        lag.inHand(THIRD, 1, 1_000);
        lag.done(THIRD, 1_000);

        assertThat(lag.records()).isEqualTo(2);
        assertThat(lag.millis(10_000)).isEqualTo(7_000);
    }

    @Test
    void done_and_nothing_behind_it_is_caught_up() {
        lag.assigned(FIRST, 3, 0);
        lag.inHand(FIRST, 3, 2_000);
        lag.unread(FIRST, 0);
        lag.done(FIRST, 2_500);

        assertThat(lag.records()).isZero();
        assertThat(lag.millis(10_000)).isZero();
    }

    @Test
    void a_partition_given_away_is_somebody_elses_lag() {
        lag.assigned(FIRST, 7, 0);
        lag.revoked(FIRST);
        lag.unread(FIRST, 7);

        assertThat(lag.records()).isZero();
    }
}
