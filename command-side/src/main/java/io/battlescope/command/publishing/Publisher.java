package io.battlescope.command.publishing;

import io.battlescope.api.topic.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the event store to a topic. Every instance has it, one of them publishes. */
public interface Publisher {

    String name();

    Topic topic();

    /** Whether readers need the topic from its beginning; then nothing goes to one that was made anew before the beginning does. */
    boolean needsBeginning();

    /** Publishes as soon as it is this instance's turn. */
    void start();

    /** Returns once this instance publishes nothing any more. */
    void stop();

    boolean isRunning();

    /** What stands in its way on this instance; {@code null} when nothing does. */
    String error();

    Standing standing();

    /** Whether the store has what the message tells; of one that no publisher has sent there is nothing to be had. */
    boolean isStored(ConsumerRecord<String, byte[]> message);

    /**
     * How far it is, over all instances.
     *
     * @param acknowledged last global index that the broker has acknowledged, −1 for none
     * @param head last global index there is, −1 for none
     * @param oldestWaiting when the first event that waits was stored; {@code null} when none waits
     * @param owner the process whose turn it is; {@code null} for none
     * @param claimedAt when that last confirmed that it lives; {@code null} for never
     * @param mine whether it is this instance's turn
     */
    record Standing(
            long acknowledged, long head, Instant oldestWaiting, String owner, Instant claimedAt, boolean mine) {

        public long waiting() {
            return Math.max(0, Math.max(0, head) - Math.max(0, acknowledged));
        }
    }
}
