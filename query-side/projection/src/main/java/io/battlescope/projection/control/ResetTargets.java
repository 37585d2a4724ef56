package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.Reset;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.stream.TopicLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a reset goes in a topic.
 *
 * @param next the offset to be handled next, by partition
 * @param starts the first offset that is still kept
 * @param ends the offset after the last
 */
record ResetTargets(Map<Integer, Long> next, Map<Integer, Long> starts, Map<Integer, Long> ends) {

    /** Thrown for a target that does not exist. */
    static final class Impossible extends Exception {

        private static final long serialVersionUID = 1L;

        private final ProcessorRefusal code;

        private Impossible(ProcessorRefusal code, String detail) {
            super(detail);
            this.code = code;
        }

        ActStep.Refused refusal() {
            return new ActStep.Refused(code, getMessage());
        }
    }

    /** @param current where the processor is: the offset to be handled next, by partition */
    static ResetTargets of(Reset reset, String topic, TopicLog log, Map<Integer, Long> current) throws Impossible {
        Set<TopicPartition> partitions = log.partitionsOf(topic);
        Map<Integer, Long> starts = TopicLog.byNumber(log.starts(partitions));
        Map<Integer, Long> ends = TopicLog.byNumber(log.ends(partitions));
        Map<Integer, Long> next = switch (reset.to()) {
            case START -> starts;
            case HEAD -> ends;
            case INSTANT -> at(reset.at(), log, partitions, ends);
            case OFFSETS -> offsets(reset.offsets(), current, starts, ends);
        };
        return new ResetTargets(next, starts, ends);
    }

    private static Map<Integer, Long> at(
            Instant instant, TopicLog log, Set<TopicPartition> partitions, Map<Integer, Long> ends) throws Impossible {
        Optional<Instant> first = log.firstTime(partitions);
        if (instant == null || first.isEmpty() || instant.isBefore(first.get()) || instant.isAfter(Instant.now())) {
            throw new Impossible(
                    ProcessorRefusal.INSTANT_OUTSIDE_LOG,
                    first.map(time -> "The topic holds records from " + time + " to now, and the instant is " + instant)
                            .orElse("The topic holds no records"));
        }
        Map<Integer, Long> next = new TreeMap<>(ends);
        next.putAll(TopicLog.byNumber(log.at(partitions, instant)));
        return next;
    }

    private static Map<Integer, Long> offsets(
            Map<Integer, Long> wanted, Map<Integer, Long> current, Map<Integer, Long> starts, Map<Integer, Long> ends)
            throws Impossible {
        if (wanted == null || wanted.isEmpty()) {
            throw new Impossible(ProcessorRefusal.OFFSETS_INVALID, "No offsets are given");
        }
        Map<Integer, Long> next = new TreeMap<>(current);
        for (Map.Entry<Integer, Long> each : wanted.entrySet()) {
            Integer partition = each.getKey();
            Long offset = each.getValue();
            if (!ends.containsKey(partition)) {
                throw new Impossible(
                        ProcessorRefusal.OFFSETS_INVALID,
                        "There is no partition " + partition + ", only 0 to " + (ends.size() - 1));
            }
            if (offset == null || offset < starts.get(partition) || offset > ends.get(partition)) {
                throw new Impossible(
                        ProcessorRefusal.OFFSETS_INVALID,
                        "Partition " + partition + " begins at offset " + starts.get(partition) + " and ends before "
                                + ends.get(partition) + "; " + offset + " lies outside");
            }
            next.put(partition, offset);
        }
        return next;
    }

    /** Events that were handled by a segment at these positions and are handled again. */
    long toReplay(Map<Integer, Long> handled) {
        return ends.keySet().stream()
                .mapToLong(partition -> Math.max(0, after(handled, partition) - first(partition)))
                .sum();
    }

    /** Events that were not handled and are passed over. */
    long toSkip(Map<Integer, Long> handled) {
        return ends.keySet().stream()
                .mapToLong(partition ->
                        Math.max(0, first(partition) - Math.max(after(handled, partition), starts.get(partition))))
                .sum();
    }

    /** Events between the target and the end of the topic. */
    long toHandle() {
        return ends.keySet().stream()
                .mapToLong(partition -> Math.max(0, ends.get(partition) - first(partition)))
                .sum();
    }

    /** What is handled once the reset has taken effect, as tokens say it: the last offset, −1 for none. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        ends.keySet().forEach(partition -> positions.put(partition, first(partition) - 1));
        return positions;
    }

    /** The last offset there is, −1 for none. */
    Map<Integer, Long> last() {
        Map<Integer, Long> last = new TreeMap<>();
        ends.forEach((partition, end) -> last.put(partition, end - 1));
        return last;
    }

    private long first(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** A token can be beyond the end of a topic that was made anew. */
    private long after(Map<Integer, Long> handled, int partition) {
        return Math.min(handled.getOrDefault(partition, -1L) + 1, ends.get(partition));
    }
}
