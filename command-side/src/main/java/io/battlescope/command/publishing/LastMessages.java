package io.battlescope.command.publishing;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** The last message of each partition of a topic. */
record LastMessages(ConsumerFactory<String, byte[]> consumers, TopicNames names) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(250);

    /** By partition; none of one that is empty. */
    Map<Integer, ConsumerRecord<String, byte[]>> of(Topic topic) {
        String name = names.of(topic);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "last-messages")) {
            List<TopicPartition> partitions = consumer.partitionsFor(name, PATIENCE).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            // the client warns of offsets of what it is not assigned
            consumer.assign(partitions);
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            ends.entrySet().removeIf(end -> end.getValue() <= starts.get(end.getKey()));
            consumer.assign(ends.keySet());
            ends.forEach((partition, end) -> consumer.seek(partition, end - 1));
            return read(consumer, ends.size());
        }
    }

    private static Map<Integer, ConsumerRecord<String, byte[]>> read(Consumer<String, byte[]> consumer, int count) {
        Map<Integer, ConsumerRecord<String, byte[]>> last = new TreeMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (last.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("Kafka does not hand out the last messages of " + consumer.assignment());
            }
            consumer.poll(POLL).forEach(message -> last.put(message.partition(), message));
        }
        return last;
    }
}
