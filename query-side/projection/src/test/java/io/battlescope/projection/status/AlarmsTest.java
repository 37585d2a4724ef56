package io.battlescope.projection.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.status.Seen.Control;
import io.battlescope.projection.status.Seen.Source;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.version.ProjectionVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final Control RUNS = new Control(false, false, null, "topic-1", null);

    private final Track track = new Track(START);

    @Test
    void all_is_well_with_nothing_left_to_handle_however_long_nothing_moves() {
        look(0, 9, 10);
        assertThat(codes(look(3600, 9, 10))).isEmpty();
    }

    @Test
    void events_that_wait_while_nothing_moves_are_told_after_half_a_minute() {
        look(0, 4, 10);
        assertThat(codes(look(30, 4, 10))).isEmpty();
        assertThat(codes(look(31, 4, 10))).containsExactly("NOT_MOVING");
        assertThat(codes(look(32, 5, 10))).isEmpty();
    }

    @Test
    void a_head_that_runs_away_is_told_by_the_age_of_what_waits() {
        look(0, 4, 10);
        assertThat(codes(look(61, 5, 1000))).containsExactly("BEHIND");
    }

    @Test
    void what_is_paused_does_not_have_to_move_nor_to_be_claimed() {
        Control paused = new Control(true, false, null, "topic-1", null);
        look(0, 4, 10);
        assertThat(codes(look(59, paused, segment(4, null, 0), "topic-1", 10))).isEmpty();
        // and has its time once it is resumed
        assertThat(codes(look(60, RUNS, segment(4, null, 0), "topic-1", 10))).isEmpty();
    }

    @Test
    void a_topic_that_ends_before_what_was_handled_is_lost_and_nothing_is_caught_up() {
        Seen seen = look(0, 10, 10);
        assertThat(codes(seen)).containsExactly("SOURCE_LOST");
        assertThat(seen.isCaughtUp()).isFalse();
        assertThat(track.lag()).isNull();
    }

    @Test
    void a_topic_of_the_same_name_is_not_the_same_topic() {
        assertThat(codes(look(0, RUNS, segment(4, "somebody", 0), "topic-2", 10)))
                .containsExactly("SOURCE_LOST");
        assertThat(codes(look(0, RUNS, segment(4, "somebody", 0), null, 0))).containsExactly("SOURCE_LOST");
    }

    @Test
    void what_was_removed_before_it_was_handled_is_lost_unless_nothing_was_handled_or_it_was_old_age() {
        assertThat(codes(removed(Topic.BATTLE_EVENTS, 3))).containsExactly("SOURCE_LOST");
        assertThat(codes(removed(Topic.BATTLE_EVENTS, 4))).isEmpty();
        assertThat(codes(removed(Topic.BATTLE_EVENTS, -1))).isEmpty();
        assertThat(codes(removed(Topic.AUDIT_EVENTS, 3))).isEmpty();
        assertThat(removed(Topic.BATTLE_EVENTS, -1).eventsBehind()).isEqualTo(5);
    }

    private Seen removed(Topic topic, long handled) {
        return seen(
                0,
                RUNS,
                new ProjectionFeed(null, topic, null),
                segment(handled, "somebody", 0),
                new Source("topic-1", Map.of(0, 5L), Map.of(0, 10L), null));
    }

    @Test
    void a_broker_that_does_not_answer_is_told_and_not_taken_for_an_empty_topic() {
        Seen seen = seen(0, RUNS, segment(4, "somebody", 0), new Source(null, Map.of(), Map.of(), "no answer"));
        assertThat(codes(seen)).containsExactly("SOURCE_AWAY");
        assertThat(seen.isCaughtUp()).isFalse();
    }

    @Test
    void a_segment_that_nobody_takes_is_told() {
        assertThat(codes(look(9, RUNS, segment(9, null, 0), "topic-1", 10))).isEmpty();
        assertThat(codes(look(11, RUNS, segment(9, null, 0), "topic-1", 10))).containsExactly("UNCLAIMED");
        // a claim has its time-out before it counts as none
        assertThat(codes(look(19, RUNS, segment(9, "dead", 0), "topic-1", 10))).isEmpty();
        assertThat(codes(look(21, RUNS, segment(9, "dead", 0), "topic-1", 10))).containsExactly("UNCLAIMED");
    }

    @Test
    void parked_events_are_told() {
        assertThat(Alarms.of(look(0, 9, 10), track, 3, CLAIM_TIMEOUT))
                .containsExactly(new Alarm("PARKED", "3 events are parked"));
    }

    @Test
    void the_pace_is_that_of_looks_between_which_it_never_ran_dry() {
        look(0, -1, 1000);
        look(1, 99, 1000);
        look(2, 999, 1000);
        look(3, 999, 1000);

        assertThat(track.pace()).isEqualTo(100);
        assertThat(track.perSecond()).isBetween(333.0, 334.0);
    }

    private Seen look(int second, long handled, long end) {
        return look(second, RUNS, segment(handled, "somebody", second), "topic-1", end);
    }

    private Seen look(int second, Control control, StoredToken segment, String topicId, long end) {
        return seen(
                second,
                control,
                segment,
                new Source(topicId, Map.of(), topicId == null ? Map.of() : Map.of(0, end), null));
    }

    private Seen seen(int second, Control control, StoredToken segment, Source source) {
        return seen(second, control, null, segment, source);
    }

    private Seen seen(int second, Control control, ProjectionFeed feed, StoredToken segment, Source source) {
        Seen seen = new Seen(
                START.plusSeconds(second),
                ProjectionVersion.first("battles", 1),
                feed,
                control,
                List.of(segment),
                source);
        track.note(seen);
        return seen;
    }

    private static StoredToken segment(long handled, String owner, int claimedSecond) {
        return new StoredToken(
                "battles",
                0,
                KafkaTrackingToken.newInstance(Map.of(new TopicPartition("t", 0), handled)),
                owner,
                START.plusSeconds(claimedSecond));
    }

    private List<String> codes(Seen seen) {
        return Alarms.of(seen, track, 0, CLAIM_TIMEOUT).stream()
                .map(Alarm::code)
                .toList();
    }
}
