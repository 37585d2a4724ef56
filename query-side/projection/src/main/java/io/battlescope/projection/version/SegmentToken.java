package io.battlescope.projection.version;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;

/**
 * How far a segment of a version is.
 *
 * @param claimed whether a process that lives holds it
 */
public record SegmentToken(Segment segment, TrackingToken token, boolean claimed) {

    /** The last offset handled, by partition; empty before the first event. */
    public Map<TopicPartition, Long> positions() {
        return WrappedToken.unwrapLowerBound(token) instanceof KafkaTrackingToken kafka
                ? kafka.getPositions()
                : Map.of();
    }

    public boolean hasHandled(TopicPartition partition, long offset) {
        return positions().getOrDefault(partition, -1L) >= offset;
    }

    /** The same segment once it has handled everything up to some offsets. */
    public SegmentToken advancedTo(Map<TopicPartition, Long> handled) {
        Map<TopicPartition, Long> positions = new HashMap<>(positions());
        handled.forEach((partition, offset) -> positions.merge(partition, offset, Math::max));
        TrackingToken advanced = WrappedToken.advance(token, KafkaTrackingToken.newInstance(positions));
        return new SegmentToken(segment, advanced, claimed);
    }
}
