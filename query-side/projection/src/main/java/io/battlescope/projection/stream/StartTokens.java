package io.battlescope.projection.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;

/**
 * Where a topic begins. The token names every partition, at −1: bounds of tokens take a partition that one of them lacks for
 * handled up to offset 0, so that its first record would be skipped after a restart or merge; and a replay can only be told
 * from news when every partition has a position.
 */
public final class StartTokens {

    private static final int TIMEOUT_SECONDS = 20;

    private StartTokens() {}

    /** Asks the broker for the partitions. */
    public static KafkaTrackingToken startOf(String topic, Map<String, Object> kafka) {
        try (Admin admin = Admin.create(kafka)) {
            TopicDescription description = admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .get(topic);
            return startOf(topic, description.partitions().size());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not tell the partitions of topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka for the partitions of topic " + topic, e);
        }
    }

    public static KafkaTrackingToken startOf(String topic, int partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            positions.put(new TopicPartition(topic, partition), -1L);
        }
        return KafkaTrackingToken.newInstance(positions);
    }
}
