package io.battlescope.projection.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a log begins. A token that has handled nothing stands at −1 for ever, while what the broker still has may begin later: a topic
 * that was emptied and filled again does. Only such a token is moved; one that points at records that are gone has missed them, and its
 * reader is to fail.
 */
public final class LogStart {

    private LogStart() {}

    /** For a consumer that has its positions. */
    public static void raise(Consumer<?, ?> consumer) {
        List<TopicPartition> untouched = consumer.assignment().stream()
                .filter(partition -> consumer.position(partition) == 0)
                .toList();
        if (!untouched.isEmpty()) {
            consumer.beginningOffsets(untouched).forEach(consumer::seek);
        }
    }
}
