package io.battlescope.projection.stream;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.messaging.MetaData;

/**
 * Hands on every record: as the event that a strict converter makes of it, or, where that one refuses, as an
 * {@link UnreadableRecord}. Either carries the record itself.
 */
public record KeepingConverter(KafkaMessageConverter<String, byte[]> strict)
        implements KafkaMessageConverter<String, byte[]> {

    @Override
    public ProducerRecord<String, byte[]> createKafkaMessage(EventMessage<?> event, String topic) {
        return strict.createKafkaMessage(event, topic);
    }

    @Override
    public Optional<EventMessage<?>> readKafkaMessage(ConsumerRecord<String, byte[]> origin) {
        return Optional.of(read(origin));
    }

    /** An event in any case. */
    public EventMessage<?> read(ConsumerRecord<String, byte[]> origin) {
        try {
            return strict.readKafkaMessage(origin)
                    .map(event -> Origin.mark(event, origin))
                    .orElseThrow(() -> new UnreadableRecordException(origin, "it is no event", null));
        } catch (UnreadableRecordException e) {
            return unreadable(origin, e.getMessage());
        } catch (RuntimeException e) {
            // a converter does nothing but look at the record, so it is the record's fault
            return unreadable(origin, new UnreadableRecordException(origin, String.valueOf(e), e).getMessage());
        }
    }

    private static EventMessage<?> unreadable(ConsumerRecord<String, byte[]> origin, String why) {
        return Origin.mark(
                new GenericEventMessage<>(
                        origin.topic() + "-" + origin.partition() + "@" + origin.offset(),
                        new UnreadableRecord(why),
                        MetaData.emptyInstance(),
                        Instant.ofEpochMilli(origin.timestamp())),
                origin);
    }
}
