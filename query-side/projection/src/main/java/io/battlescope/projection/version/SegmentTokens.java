package io.battlescope.projection.version;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.kafka.common.TopicPartition;

/** How far all segments of a version are. */
public record SegmentTokens(List<SegmentToken> segments) {

    private static final long NOTHING = -1;

    public SegmentTokens {
        segments = List.copyOf(segments);
    }

    /** Whether no process that lives holds a segment. */
    public boolean standStill() {
        return segments.stream().noneMatch(SegmentToken::claimed);
    }

    /** The last offset by partition that every segment is past. */
    public Map<TopicPartition, Long> lowest() {
        return positions(Math::min);
    }

    /** The last offset by partition that some segment is past. */
    public Map<TopicPartition, Long> highest() {
        return positions(Math::max);
    }

    private Map<TopicPartition, Long> positions(BinaryOperator<Long> choice) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Set<TopicPartition> partitions = new HashSet<>();
        segments.forEach(segment -> partitions.addAll(segment.positions().keySet()));
        for (SegmentToken segment : segments) {
            partitions.forEach(partition -> positions.merge(
                    partition, segment.positions().getOrDefault(partition, NOTHING), choice));
        }
        return positions;
    }

    /** Events, at most, that some segment of the other version has handled and some of this one has not. */
    public long behind(SegmentTokens other) {
        return behind(other.highest());
    }

    public long behind(Map<TopicPartition, Long> target) {
        Map<TopicPartition, Long> here = lowest();
        return target.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - here.getOrDefault(each.getKey(), NOTHING)))
                .sum();
    }

    /** Whether it has begun, and has no more than some events left to be where the other version is. */
    public boolean isClose(SegmentTokens other, long events) {
        return !segments.isEmpty() && behind(other) <= events;
    }

    /** Whether all segments of both are at one position. */
    public boolean isLevelWith(SegmentTokens other) {
        return !segments.isEmpty() && !other.segments.isEmpty() && behind(other) == 0 && other.behind(this) == 0;
    }
}
