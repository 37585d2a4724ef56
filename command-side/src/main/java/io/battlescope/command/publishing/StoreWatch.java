package io.battlescope.command.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a topic holds what the store does not. Everything was stored before it was published, so a last message that is not in the store
 * means that the store was restored to an earlier time; its publisher's token was restored with it and shows nothing.
 */
final class StoreWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final LastMessages lastMessages;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(String topicId, Instant at, String behind) {}

    StoreWatch(LastMessages lastMessages, Clock clock) {
        this.lastMessages = lastMessages;
        this.clock = clock;
    }

    /**
     * Looks, unless it did so lately.
     *
     * @param now whether it has to look in any case
     */
    void look(Publisher publisher, String topicId, boolean now) {
        Look last = looks.get(publisher.name());
        Instant time = clock.instant();
        if (now
                || last == null
                || !last.topicId().equals(topicId)
                || last.at().plus(INTERVAL).isBefore(time)) {
            looks.put(publisher.name(), new Look(topicId, time, compare(publisher)));
        }
    }

    private String compare(Publisher publisher) {
        return lastMessages.of(publisher.topic()).entrySet().stream()
                .filter(last -> !publisher.isStored(last.getValue()))
                .findFirst()
                .map(last -> "The event store has not what " + publisher.topic().topicName()
                        + " ends with in partition " + last.getKey() + ", at offset "
                        + last.getValue().offset())
                .orElse("");
    }

    /** What was found; empty when all is well, or when nobody has looked yet. */
    String behind(String processor) {
        Look last = looks.get(processor);
        return last == null ? "" : last.behind();
    }
}
