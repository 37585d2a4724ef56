package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class TokenBoundsTest {

    private final TopicPartition p0 = new TopicPartition("t", 0);
    private final TopicPartition p1 = new TopicPartition("t", 1);

    @Test
    void the_start_names_every_partition_before_its_first_record() {
        assertThat(StartTokens.startOf("t", 2).getPositions()).isEqualTo(Map.of(p0, -1L, p1, -1L));
    }

    @Test
    void bounds_of_tokens_that_name_every_partition_lose_no_first_record() {
        KafkaTrackingToken start = StartTokens.startOf("t", 2);
        KafkaTrackingToken behind = start.advancedTo("t", 0, 5);
        KafkaTrackingToken ahead = start.advancedTo("t", 0, 7).advancedTo("t", 1, 0);

        assertThat(behind.lowerBound(ahead)).isEqualTo(behind);
        assertThat(behind.upperBound(ahead)).isEqualTo(ahead);
        assertThat(start.lowerBound(ahead)).isEqualTo(start);
        assertThat(ahead.covers(behind)).isTrue();
        assertThat(behind.covers(ahead)).isFalse();
    }

    /** Why the start token is what it is. The day this fails, the extension has been mended. */
    @Test
    void a_partition_that_a_token_lacks_still_counts_as_handled_up_to_its_first_record() {
        KafkaTrackingToken behind = KafkaTrackingToken.newInstance(Map.of(p0, 5L));
        KafkaTrackingToken ahead = KafkaTrackingToken.newInstance(Map.of(p0, 7L, p1, 0L));

        assertThat(behind.lowerBound(ahead)).isEqualTo(KafkaTrackingToken.newInstance(Map.of(p0, 5L, p1, 0L)));
    }
}
