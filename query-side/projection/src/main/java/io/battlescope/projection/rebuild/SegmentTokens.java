package io.battlescope.projection.rebuild;

import io.battlescope.projection.token.StoredToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** How far all segments of a version are; positions are last offsets handled, by partition. */
record SegmentTokens(List<StoredToken> segments) {

    private static final long NOTHING = -1;

    SegmentTokens {
        segments = List.copyOf(segments);
    }

    /** What every segment is past. */
    Map<Integer, Long> lowest() {
        return positions(Math::min);
    }

    /** What some segment is past. */
    Map<Integer, Long> highest() {
        return positions(Math::max);
    }

    private Map<Integer, Long> positions(BinaryOperator<Long> choice) {
        Map<Integer, Long> positions = new HashMap<>();
        Set<Integer> partitions = segments.stream()
                .flatMap(segment -> segment.positions().keySet().stream())
                .collect(Collectors.toSet());
        for (StoredToken segment : segments) {
            partitions.forEach(partition ->
                    positions.merge(partition, segment.positions().getOrDefault(partition, NOTHING), choice));
        }
        return positions;
    }

    /** Events, at most, that some segment of the other version has handled and some of this one has not. */
    long behind(SegmentTokens other) {
        return behind(other.highest());
    }

    long behind(Map<Integer, Long> target) {
        Map<Integer, Long> here = lowest();
        return target.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - here.getOrDefault(each.getKey(), NOTHING)))
                .sum();
    }

    /** Whether it has begun, and has no more than some events left to be there. */
    boolean isClose(Map<Integer, Long> target, long events) {
        return !segments.isEmpty() && behind(target) <= events;
    }

    /** Whether all segments of both are at one position. */
    boolean isLevelWith(SegmentTokens other) {
        return !segments.isEmpty() && !other.segments.isEmpty() && behind(other) == 0 && other.behind(this) == 0;
    }
}
