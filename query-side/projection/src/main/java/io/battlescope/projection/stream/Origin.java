package io.battlescope.projection.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.eventhandling.EventMessage;

/**
 * The record that an event was read from. The event carries it along, so that it can be set aside as it came: what this code does not
 * read of it, later code may.
 */
public final class Origin {

    private static final String KEY = "record";

    private Origin() {}

    static EventMessage<?> mark(EventMessage<?> event, ConsumerRecord<String, byte[]> origin) {
        return event.andMetaData(Map.of(KEY, origin));
    }

    @SuppressWarnings("unchecked")
    public static ConsumerRecord<String, byte[]> of(EventMessage<?> event) {
        return (ConsumerRecord<String, byte[]>) event.getMetaData().get(KEY);
    }

    public static boolean isReadable(EventMessage<?> event) {
        return !(event.getPayload() instanceof UnreadableRecord);
    }
}
