package io.battlescope.enrichment.name;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** What would be on the topics. */
final class Published extends DefaultKafkaProducerFactory<String, byte[]> {

    static final TopicNames NAMES = new TopicNames("");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    Published() {
        super(Map.of());
    }

    @Override
    protected Producer<String, byte[]> createKafkaProducer() {
        return producer;
    }

    <T> List<T> on(Topic topic, Class<T> type) {
        return producer.history().stream()
                .filter(message -> message.topic().equals(topic.topicName()))
                .map(message -> read(message.value(), type))
                .toList();
    }

    private static <T> T read(byte[] message, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(message, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
