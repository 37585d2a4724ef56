package io.battlescope.projection.processor;

import io.battlescope.api.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How streams and their questions reach Kafka. */
public record StreamKafka(KafkaProperties properties, KafkaConnectionDetails connection) {

    private static final int API_TIMEOUT_MILLIS = 10_000;
    private static final int MAX_POLL_RECORDS = 100;

    public Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(properties.buildAdminProperties());
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getAdmin().getBootstrapServers());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS / 2);
        return settings;
    }

    /**
     * Tokens say where to read on, never a group. On a topic that is kept for ever an offset that is gone is an error, never a
     * reason to jump to another; on one with a retention it is old age.
     */
    public Map<String, Object> consumer(String processor, Topic topic) {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                connection.getConsumer().getBootstrapServers());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "projection-" + processor);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, topic.retention().isPresent() ? "earliest" : "none");
        // what is polled is unpacked before the buffer can say stop
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS / 2);
        return settings;
    }
}
