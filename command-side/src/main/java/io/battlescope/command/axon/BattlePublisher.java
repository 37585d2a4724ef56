package io.battlescope.command.axon;

import io.battlescope.api.battle.BattleEvent;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.serialization.Serializer;

/**
 * Follows the event store and sends every event to {@code battle.events} with the extension's converter. After a crash a batch is
 * sent again, so consumers have to recognise an event they know; none is ever missing.
 */
final class BattlePublisher implements EventMessageHandler, AutoCloseable {

    static final String PROCESSOR = "battle-publisher";

    private final AckedProducer producer;
    private final KafkaMessageConverter<String, byte[]> converter;
    private final String topic;

    private BattlePublisher(AckedProducer producer, KafkaMessageConverter<String, byte[]> converter, String topic) {
        this.producer = producer;
        this.converter = converter;
        this.topic = topic;
    }

    static BattlePublisher to(String topic, Map<String, Object> producerProperties, Serializer json) {
        return new BattlePublisher(
                AckedProducer.of(producerProperties, PROCESSOR),
                DefaultKafkaMessageConverter.builder()
                        .serializer(json)
                        .sequencingPolicy(BattlePublisher::systemId)
                        .build(),
                topic);
    }

    /** The topic's key: all battles of a system in one partition. */
    private static String systemId(EventMessage<?> event) {
        Object known = event.getMetaData().get(BattleAggregate.SYSTEM_ID);
        return known != null ? known.toString() : Integer.toString(((BattleEvent) event.getPayload()).systemId());
    }

    @Override
    public Object handle(EventMessage<?> event) {
        producer.send(message(event));
        return null;
    }

    ProducerRecord<String, byte[]> message(EventMessage<?> event) {
        return converter.createKafkaMessage(event, topic);
    }

    /** What has been published is published; whoever wants it again has it published again beside this one. */
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
