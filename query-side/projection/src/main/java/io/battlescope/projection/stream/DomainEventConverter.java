package io.battlescope.projection.stream;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;

/**
 * Domain events as Axon's publisher writes them, strictly. The extension's converter leaves a record out when it cannot read
 * it, at log level TRACE; here that is an error. The payload is read at once, on the fetching thread, so that a broken one is
 * told with its partition and offset, and so that the processor has less to do.
 */
public final class DomainEventConverter implements KafkaMessageConverter<String, byte[]> {

    private final Class<?> family;
    private final KafkaMessageConverter<String, byte[]> axon;

    /**
     * A converter for one family of events.
     *
     * @param family what every payload has to be an instance of
     */
    public DomainEventConverter(Class<?> family, Serializer serializer) {
        this.family = family;
        this.axon =
                DefaultKafkaMessageConverter.builder().serializer(serializer).build();
    }

    @Override
    public ProducerRecord<String, byte[]> createKafkaMessage(EventMessage<?> event, String topic) {
        return axon.createKafkaMessage(event, topic);
    }

    @Override
    public Optional<EventMessage<?>> readKafkaMessage(ConsumerRecord<String, byte[]> consumerRecord) {
        EventMessage<?> event = axon.readKafkaMessage(consumerRecord)
                .orElseThrow(() -> new UnreadableRecordException(
                        consumerRecord, "it has not the headers and body of an Axon message", null));
        if (!(event instanceof DomainEventMessage)) {
            throw new UnreadableRecordException(consumerRecord, "it names no aggregate and sequence number", null);
        }
        Object payload = payload(consumerRecord, event);
        if (!family.isInstance(payload)) {
            throw new UnreadableRecordException(
                    consumerRecord,
                    "its payload " + event.getPayloadType().getName() + " is no " + family.getSimpleName(),
                    null);
        }
        return Optional.of(event);
    }

    private static Object payload(ConsumerRecord<?, ?> consumerRecord, EventMessage<?> event) {
        try {
            return event.getPayload();
        } catch (SerializationException e) {
            throw new UnreadableRecordException(consumerRecord, e.getMessage(), e);
        }
    }
}
