package io.battlescope.projection.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the broker says of topics: their partitions, and where those begin and end. The extension's own answers leak consumers. */
public final class TopicLog implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 5;

    private final Admin admin;

    public TopicLog(Map<String, Object> kafka) {
        admin = Admin.create(kafka);
    }

    /** The topics that there are, of those asked for. */
    public Map<String, TopicDescription> describe(Collection<String> topics) {
        Map<String, TopicDescription> found = new HashMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                found.put(topic, await(description));
            } catch (UnknownTopicOrPartitionException e) {
                // left out, as promised
                return;
            }
        });
        return found;
    }

    public Set<TopicPartition> partitionsOf(String topic) {
        TopicDescription description = describe(Set.of(topic)).get(topic);
        if (description == null) {
            throw new KafkaException("There is no topic " + topic);
        }
        return description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The offset after the last record, by partition. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The offset of the first record that is still kept, by partition. */
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The offset of the first record that is not older; left out where all are. */
    public Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, Instant instant) {
        Map<TopicPartition, Long> offsets = offsets(partitions, OffsetSpec.forTimestamp(instant.toEpochMilli()));
        offsets.values().removeIf(offset -> offset < 0);
        return offsets;
    }

    /** The earliest time of a first record; none when there are no records. */
    public Optional<Instant> firstTime(Collection<TopicPartition> partitions) {
        return list(partitions, OffsetSpec.forTimestamp(0)).values().stream()
                .map(ListOffsetsResultInfo::timestamp)
                .filter(millis -> millis >= 0)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec where) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        list(partitions, where).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(Collection<TopicPartition> partitions, OffsetSpec where) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, where));
        return await(admin.listOffsets(wanted).all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            throw new KafkaException("Kafka does not answer", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka", e);
        }
    }

    /** By partition number, for one topic. */
    public static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbers = new TreeMap<>();
        offsets.forEach((partition, offset) -> numbers.put(partition.partition(), offset));
        return numbers;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
