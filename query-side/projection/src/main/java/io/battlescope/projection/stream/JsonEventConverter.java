package io.battlescope.projection.stream;

import com.fasterxml.jackson.databind.ObjectReader;
import io.battlescope.api.json.MessageJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.messaging.MetaData;

/** Plain JSON values, written by a service that knows nothing of Axon, as events. */
public final class JsonEventConverter<T> implements KafkaMessageConverter<String, byte[]> {

    private final Class<T> type;
    private final ObjectReader reader;
    private final Function<T, String> identifier;

    /**
     * A converter for one type of values.
     *
     * @param identifier names the event by its content, so that a second delivery has the same one
     */
    public JsonEventConverter(Class<T> type, Function<T, String> identifier) {
        this.type = type;
        this.reader = MessageJson.mapper().readerFor(type);
        this.identifier = identifier;
    }

    @Override
    public ProducerRecord<String, byte[]> createKafkaMessage(EventMessage<?> event, String topic) {
        throw new UnsupportedOperationException("The projection publishes nothing");
    }

    @Override
    public Optional<EventMessage<?>> readKafkaMessage(ConsumerRecord<String, byte[]> consumerRecord) {
        T payload = read(consumerRecord);
        return Optional.of(new GenericEventMessage<>(
                identifier.apply(payload),
                payload,
                MetaData.emptyInstance(),
                Instant.ofEpochMilli(consumerRecord.timestamp())));
    }

    private T read(ConsumerRecord<String, byte[]> consumerRecord) {
        if (consumerRecord.value() == null) {
            throw new UnreadableRecordException(consumerRecord, "it has no value", null);
        }
        try {
            T payload = reader.readValue(consumerRecord.value());
            if (payload == null) {
                throw new UnreadableRecordException(consumerRecord, "its value is null", null);
            }
            return payload;
        } catch (IOException e) {
            throw new UnreadableRecordException(
                    consumerRecord, "it is no " + type.getSimpleName() + ", " + e.getMessage(), e);
        }
    }
}
