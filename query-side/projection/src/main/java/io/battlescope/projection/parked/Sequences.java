package io.battlescope.projection.parked;

import io.battlescope.projection.stream.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.kafka.eventhandling.HeaderUtils;
import org.axonframework.messaging.Headers;

/** Where an event belongs, also one that nobody can read. */
final class Sequences {

    private static final int MAX_ID = 100;

    private Sequences() {}

    /** An unreadable record goes by its aggregate, else by its key, else by where it is. */
    static String of(Parkable parkable, EventMessage<?> event) {
        if (Origin.isReadable(event)) {
            return parkable.sequenceOf(event);
        }
        ConsumerRecord<String, byte[]> origin = Origin.of(event);
        Header aggregate = origin.headers().lastHeader(Headers.AGGREGATE_ID);
        if (aggregate != null && aggregate.value() != null) {
            return asId(new String(aggregate.value(), StandardCharsets.UTF_8));
        }
        return origin.key() == null || origin.key().isBlank() ? place(origin) : asId(origin.key());
    }

    /** Whatever came, in the characters that ids are made of, so that it can be named in a URL. */
    private static String asId(String text) {
        String id = text.replaceAll("[^A-Za-z0-9_.:-]", ":");
        return id.length() <= MAX_ID ? id : id.substring(0, MAX_ID);
    }

    static Set<String> touches(Parkable parkable, EventMessage<?> event) {
        return Origin.isReadable(event) ? parkable.touches(event) : Set.of(of(parkable, event));
    }

    /** The event's number in its sequence; {@code null} for none. */
    static Long number(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            return domain.getSequenceNumber();
        }
        Header number = Origin.of(event).headers().lastHeader(Headers.AGGREGATE_SEQ);
        return number == null || number.value() == null || number.value().length != Long.BYTES
                ? null
                : HeaderUtils.valueAsLong(Origin.of(event).headers(), Headers.AGGREGATE_SEQ);
    }

    /** Names the event within its sequence. */
    static String key(EventMessage<?> event) {
        Long number = number(event);
        return number == null ? place(Origin.of(event)) : number.toString();
    }

    private static String place(ConsumerRecord<?, ?> origin) {
        return origin.partition() + "." + origin.offset();
    }
}
