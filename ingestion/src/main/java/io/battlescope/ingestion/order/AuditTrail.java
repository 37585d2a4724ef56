package io.battlescope.ingestion.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Outcomes of acts on {@code audit.events}, keyed by actor. Returns only once the broker has them. */
@Component
class AuditTrail {

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    AuditTrail(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.topic = names.of(Topic.AUDIT_EVENTS);
    }

    void tell(ActOutcome outcome) {
        try {
            kafka.send(topic, outcome.actor(), json(outcome)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take the outcome of act " + outcome.actId(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the outcome of act " + outcome.actId() + " was told", e);
        }
    }

    private static byte[] json(ActOutcome outcome) {
        try {
            return MessageJson.mapper().writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome holds text and numbers only", e);
        }
    }
}
