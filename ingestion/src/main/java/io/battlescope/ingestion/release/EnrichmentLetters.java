package io.battlescope.ingestion.release;

import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.ingestion.feed.RawKillmail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** The killmails that enrichment has set aside, as their letters say. */
@Component
class EnrichmentLetters {

    static final String STAGE = "enrichment";

    /** Where its killmails come from. */
    private static final Map<String, Topic> SOURCES = Map.of(
            Topic.KILLMAIL_INGESTED.topicName(), Topic.KILLMAIL_INGESTED,
            Topic.KILLMAIL_UNPRICED.topicName(), Topic.KILLMAIL_UNPRICED);

    /**
     * What the topic holds of them.
     *
     * @param open offsets of the letters that an order means and that nobody has dealt with
     * @param released how many the order itself has dealt with
     */
    record Found(Set<Long> open, long released) {}

    private final TopicReader topics;

    EnrichmentLetters(TopicReader topics) {
        this.topics = topics;
    }

    /** Whether the order means any: all of the stage, or those of {@code topic/partition}. */
    static boolean include(ReleaseQuarantine order) {
        String source = order.source() == null ? "" : order.source();
        return source.equals(STAGE) || SOURCES.containsKey(source.replaceFirst("/[0-9]+$", ""));
    }

    /** Of several letters about one message the latest holds. */
    Found find(ReleaseQuarantine order, String saysReleased) {
        Map<String, Long> open = new HashMap<>();
        Set<String> released = new HashSet<>();
        read(0, Long.MAX_VALUE, (message, letter) -> {
            open.remove(place(letter));
            if (letter.code().equals(DeadLetter.RELEASED)) {
                if (saysReleased.equals(letter.detail())) {
                    released.add(place(letter));
                }
            } else if (isMeant(order, letter)) {
                open.put(place(letter), message.offset());
            }
        });
        return new Found(Set.copyOf(open.values()), released.size());
    }

    void read(Set<Long> offsets, Consumer<DeadLetter> reader) {
        if (offsets.isEmpty()) {
            return;
        }
        long first = offsets.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = offsets.stream().mapToLong(Long::longValue).max().orElseThrow();
        read(first, last + 1, (message, letter) -> {
            if (offsets.contains(message.offset())) {
                reader.accept(letter);
            }
        });
    }

    /** What the letter is about; empty when the letter has only its beginning, and the topic has it no more. */
    Optional<byte[]> message(DeadLetter letter) {
        if (letter.payload() != null && letter.payload().length() < RawKillmail.KEPT) {
            return Optional.of(letter.payload().getBytes(StandardCharsets.UTF_8));
        }
        String[] place = letter.position().split("@", 2);
        long offset = Long.parseLong(place[1]);
        List<byte[]> found = new ArrayList<>();
        topics.read(
                SOURCES.get(letter.source()),
                Integer.parseInt(place[0]),
                offset,
                offset + 1,
                message -> found.add(message.value()));
        return found.stream().findFirst();
    }

    private interface Reader {
        void accept(ConsumerRecord<String, byte[]> message, DeadLetter letter);
    }

    private void read(long from, long until, Reader reader) {
        topics.read(
                Topic.KILLMAIL_INGESTED_DLT,
                0,
                from,
                until,
                message -> letter(message)
                        .filter(EnrichmentLetters::isAboutAKillmail)
                        .ifPresent(letter -> reader.accept(message, letter)));
    }

    /** What is no letter is none of enrichment's. */
    private static Optional<DeadLetter> letter(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null
                    ? Optional.empty()
                    : Optional.ofNullable(MessageJson.mapper().readValue(message.value(), DeadLetter.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isAboutAKillmail(DeadLetter letter) {
        return STAGE.equals(letter.stage())
                && letter.code() != null
                && letter.source() != null
                && SOURCES.containsKey(letter.source())
                && letter.position() != null
                && letter.position().matches("[0-9]{1,9}@[0-9]{1,18}");
    }

    private static boolean isMeant(ReleaseQuarantine order, DeadLetter letter) {
        String position = order.position() == null ? "" : order.position().toString();
        return (order.source().equals(STAGE) || place(letter).startsWith(order.source() + "@" + position))
                && (order.position() == null || place(letter).endsWith("@" + position))
                && (order.code() == null || order.code().equals(letter.code()));
    }

    /** Such as {@code killmail.ingested/3@120}. */
    private static String place(DeadLetter letter) {
        return letter.source() + "/" + letter.position();
    }
}
