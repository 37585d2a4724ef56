package io.battlescope.command.publishing;

import io.battlescope.api.topic.Topic;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a topic can be published again from. */
public interface Archive {

    /** The name that admins know it by. */
    String processor();

    /** What it is, for people. */
    String description();

    Topic topic();

    /** What there is now of a range of time; either end can be {@code null} for no limit. */
    Extent extent(Instant from, Instant to);

    /** Sends what comes next of a range, a bounded number. */
    Slice next(Span span, Consumer<ProducerRecord<String, byte[]>> sink);

    /**
     * Positions of a range.
     *
     * @param after the last position before the range
     * @param last the last position in it
     * @param total what lies in it
     */
    record Extent(long after, long last, long total) {}

    /** What is left of a range of positions, of which only a range of time is meant. */
    record Span(long after, long last, Instant from, Instant to) {

        boolean isEmpty() {
            return after >= last;
        }
    }

    /** @param position everything up to here has been sent, or is not meant */
    record Slice(long position, long sent) {}
}
