package io.battlescope.projection.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a topic cannot be turned into an event. The stream stops in front of it until somebody has looked. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(ConsumerRecord<?, ?> at, String why, Throwable cause) {
        super("Record " + at.topic() + "-" + at.partition() + "@" + at.offset() + " cannot be read: " + why, cause);
    }
}
