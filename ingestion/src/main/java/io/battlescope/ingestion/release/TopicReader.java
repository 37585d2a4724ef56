package io.battlescope.ingestion.release;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads what a partition holds, without a group and without remembering how far. */
@Component
class TopicReader {

    private static final Duration POLL = Duration.ofSeconds(1);
    /** A broker that gives nothing for so long is in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConsumerFactory<String, byte[]> consumers;
    private final TopicNames names;

    TopicReader(ConsumerFactory<String, byte[]> consumers, TopicNames names) {
        this.consumers = consumers;
        this.names = names;
    }

    /**
     * Hands out the records from that offset on, up to the other or to the present end.
     *
     * @throws KafkaException when the broker does not give them
     */
    void read(
            Topic topic,
            int partition,
            long from,
            long until,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        TopicPartition place = new TopicPartition(names.of(topic), partition);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null)) {
            consumer.assign(List.of(place));
            long end = Math.min(
                    until, consumer.endOffsets(List.of(place), PATIENCE).get(place));
            long beginning = consumer.beginningOffsets(List.of(place), PATIENCE).get(place);
            consumer.seek(place, Math.max(from, beginning));
            long moved = System.nanoTime();
            while (consumer.position(place, PATIENCE) < end) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    moved = System.nanoTime();
                } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                    throw new KafkaException("The broker gives nothing of " + place);
                }
                records.records(place).stream()
                        .filter(message -> message.offset() < end)
                        .forEach(reader);
            }
        }
    }
}
