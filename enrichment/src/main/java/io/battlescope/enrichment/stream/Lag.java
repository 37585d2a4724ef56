package io.battlescope.enrichment.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;

/** What lies between the topic's end and what has been handled, over the partitions this instance has. */
final class Lag {

    private final Map<TopicPartition, Left> left = new ConcurrentHashMap<>();

    /** A partition came to this instance, with so many records to do, of unknown age. */
    void assigned(TopicPartition partition, long records, long now) {
        left.put(partition, new Left(records, 0, now));
    }

    void revoked(TopicPartition partition) {
        left.remove(partition);
    }

    /** Records were fetched and are being handled, perhaps not for the first time. */
    void inHand(TopicPartition partition, long records, long oldest) {
        change(partition, before -> new Left(before.unread(), records, oldest));
    }

    /** What was in hand is done; the newest of it was written at that time. */
    void done(TopicPartition partition, long newest) {
        change(partition, before -> new Left(before.unread(), 0, newest));
    }

    /** How many records wait behind those that were fetched. */
    void unread(TopicPartition partition, long records) {
        change(partition, before -> new Left(records, before.inHand(), before.oldest()));
    }

    long records() {
        return left.values().stream().mapToLong(Left::records).sum();
    }

    /** Age in milliseconds of the oldest record that is not done, as far as known; 0 when all are. */
    long millis(long now) {
        return left.values().stream()
                .filter(partition -> partition.records() > 0)
                .mapToLong(partition -> Math.max(0, now - partition.oldest()))
                .max()
                .orElse(0);
    }

    private void change(TopicPartition partition, UnaryOperator<Left> change) {
        left.computeIfPresent(partition, (same, before) -> change.apply(before));
    }

    /**
     * @param unread records not fetched yet
     * @param inHand records fetched and not handled
     * @param oldest when the oldest of them was written; between two batches, when the last one done was, which is a little
     *     earlier than the next
     */
    private record Left(long unread, long inHand, long oldest) {

        long records() {
            return unread + inHand;
        }
    }
}
