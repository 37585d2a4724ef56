package io.battlescope.projection.rebuild;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** What there is to handle, by partition. */
record TopicBounds(Map<TopicPartition, Long> start, Map<TopicPartition, Long> end) {

    private static final int TIMEOUT_SECONDS = 5;

    static TopicBounds of(Collection<TopicPartition> partitions, Admin admin) {
        return new TopicBounds(
                offsets(partitions, OffsetSpec.earliest(), admin), offsets(partitions, OffsetSpec.latest(), admin));
    }

    private static Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec where, Admin admin) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> where));
        try {
            return admin.listOffsets(wanted).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not tell where topics begin and end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka", e);
        }
    }

    /** Offsets, which are events but for those that were compacted away. */
    long total() {
        return end.entrySet().stream()
                .mapToLong(each -> each.getValue() - start.get(each.getKey()))
                .sum();
    }

    /** Of these, those up to some positions. */
    long handled(Map<TopicPartition, Long> positions) {
        return end.keySet().stream()
                .mapToLong(partition ->
                        Math.max(0, positions.getOrDefault(partition, -1L) + 1 - start.get(partition)))
                .sum();
    }
}
