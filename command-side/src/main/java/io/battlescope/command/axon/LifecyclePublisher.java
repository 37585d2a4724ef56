package io.battlescope.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.lifecycle.LifecycleMessage;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;

/**
 * Follows the event store and tells the public what becomes of battles, on {@code battle.lifecycle}, keyed by battle. After a crash a
 * batch is told again; battle and sequence tell a message that is known.
 */
final class LifecyclePublisher implements EventMessageHandler, AutoCloseable {

    static final String PROCESSOR = "lifecycle-publisher";

    private final AckedProducer producer;
    private final String topic;

    LifecyclePublisher(String topic, Map<String, Object> producerProperties) {
        this.producer = AckedProducer.of(producerProperties, PROCESSOR);
        this.topic = topic;
    }

    @Override
    public Object handle(EventMessage<?> event) {
        long sequence = ((DomainEventMessage<?>) event).getSequenceNumber();
        LifecycleMessage message =
                LifecycleMessage.of((BattleEvent) event.getPayload(), sequence, event.getTimestamp());
        producer.send(new ProducerRecord<>(topic, message.battleId(), json(message)));
        return null;
    }

    private static byte[] json(LifecycleMessage message) {
        try {
            return MessageJson.mapper().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A life-cycle message holds text and numbers only", e);
        }
    }

    /** What has been told is told; a replay would only repeat it. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    /** The next event opens it again. */
    @Override
    public void close() {
        producer.close();
    }
}
