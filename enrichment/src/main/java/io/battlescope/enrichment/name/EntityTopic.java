package io.battlescope.enrichment.name;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** The topic of names. Returns once the broker has them, so that nobody remembers as told what was not. */
final class EntityTopic {

    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(EntityUpdated.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final String name;

    EntityTopic(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.name = names.of(Topic.ENTITY_UPDATED);
    }

    /**
     * @throws KafkaException when the broker did not take one of them
     */
    void publish(List<EntityUpdated> entities) throws InterruptedException {
        List<? extends CompletableFuture<?>> onTheirWay = entities.stream()
                .map(entity -> kafka.send(name, Long.toString(entity.id()), json(entity)))
                .toList();
        for (CompletableFuture<?> acknowledgement : onTheirWay) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                throw new KafkaException("The broker did not take a name", e.getCause());
            }
        }
    }

    private static byte[] json(EntityUpdated entity) {
        try {
            return WRITER.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A name holds plain values only", e);
        }
    }
}
