package io.battlescope.projection.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.projection.processor.StreamRig.Times;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With the extension's defaults a processor loses events as soon as a topic has two partitions ({@link DefaultBufferStillLosesIT}).
 * Ours handles what was sent: while it arrives, after a stop in the middle, and in a replay, which is told from news throughout.
 * After a stop with several segments some events can be handled again, for their tokens depend on the order of fetching; that is
 * what projections keep sequence numbers and natural keys for.
 */
class NoEventIsLostIT {

    private static final int SEGMENTS = 4;

    static Stream<Arguments> topics() {
        return Stream.of(
                Arguments.of(4, Times.INTERLEAVED, 7),
                Arguments.of(4, Times.EQUAL, 500),
                Arguments.of(12, Times.INTERLEAVED, 500),
                Arguments.of(12, Times.EQUAL, 7));
    }

    @ParameterizedTest(name = "{0} partitions, times {1}, polls of {2}")
    @MethodSource("topics")
    void what_is_handled_is_what_was_sent(int partitions, Times times, int maxPollRecords)
            throws ExecutionException, InterruptedException {
        StreamRig rig = new StreamRig(partitions);
        rig.send(1200, times);

        try (ProjectionProcessor processor = rig.processor(SEGMENTS, maxPollRecords)) {
            processor.start();
            rig.awaitHandled(200);
        }

        // another process goes on from the stored tokens, while more arrives
        try (ProjectionProcessor processor = rig.processor(SEGMENTS, maxPollRecords)) {
            processor.start();
            rig.send(600, times);
            rig.awaitHandled(1800);
            assertThat(rig.missing()).as("lost while they arrived").isEmpty();
            assertThat(rig.handled).isEqualTo(rig.sent);
            assertThat(rig.replayed).as("news taken for a replay").isEmpty();

            rig.awaitTokensAtEnd();
            processor.stop();
            rig.reset();
            processor.start();
            rig.awaitHandled(1800);
            assertThat(rig.missing()).as("lost in the replay").isEmpty();
            assertThat(rig.handled).isEqualTo(rig.sent);
            assertThat(rig.replayed).as("told as a replay").isEqualTo(rig.sent);

            Set<String> old = new HashSet<>(rig.sent);
            rig.send(120, times);
            rig.awaitHandled(1920);
            assertThat(rig.missing()).as("lost after the replay").isEmpty();
            assertThat(rig.replayed).as("told as a replay").isEqualTo(old);
        }
    }

    @Test
    void a_topic_that_was_emptied_and_filled_again_is_read_from_where_it_begins()
            throws ExecutionException, InterruptedException {
        StreamRig rig = new StreamRig(4);
        rig.send(19, Times.INTERLEAVED);
        for (int partition = 0; partition < 4; partition++) {
            TestTopic.forgetRecords(rig.topic.name(), partition);
        }
        rig.sent.clear();
        rig.send(17, Times.INTERLEAVED);

        try (ProjectionProcessor processor = rig.processor(SEGMENTS, 500)) {
            processor.start();
            rig.awaitHandled(17);
            assertThat(rig.handled).isEqualTo(rig.sent);
        }
    }
}
