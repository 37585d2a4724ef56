package io.battlescope.ingestion.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.ingestion.release.EnrichmentLetters.Found;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.topic.TopicNames;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands killmails that enrichment has set aside to it once more, by publishing them again. A letter is answered by one that says so,
 * which is also how an act that was cut off knows what it has done: a killmail may be published twice by it, and is known by its id.
 */
@Component
class Resending {

    private final EnrichmentLetters letters;
    private final DeadLetters answers;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final Clock clock;

    Resending(
            EnrichmentLetters letters,
            DeadLetters answers,
            ProducerFactory<String, byte[]> producers,
            TopicNames names,
            Clock clock) {
        this.letters = letters;
        this.answers = answers;
        this.kafka = new KafkaTemplate<>(producers);
        this.topic = names.of(Topic.KILLMAIL_INGESTED);
        this.clock = clock;
    }

    /** What it came to; those that fail again have new letters. */
    Map<String, Long> carryOut(ReleaseQuarantine order) {
        if (!EnrichmentLetters.include(order)) {
            return Map.of();
        }
        String says = "Handed to enrichment again by act " + order.actId();
        Found found = letters.find(order, says);
        Tally tally = new Tally(found);
        letters.read(found.open(), letter -> resend(letter, says, tally));
        return tally.figures();
    }

    private void resend(DeadLetter letter, String says, Tally tally) {
        Optional<byte[]> message = letters.message(letter);
        if (message.isEmpty()) {
            tally.cut++;
            return;
        }
        Optional<IngestedKillmail> killmail = killmail(message.get());
        if (killmail.isEmpty()) {
            tally.stillBroken++;
            return;
        }
        publish(Integer.toString(killmail.get().systemId()), message.get());
        answers.send(
                Topic.KILLMAIL_INGESTED_DLT,
                new DeadLetter(
                        letter.stage(),
                        letter.source(),
                        letter.position(),
                        letter.killmailId(),
                        DeadLetter.RELEASED,
                        says,
                        letter.payload(),
                        clock.instant()));
        tally.released++;
    }

    /** What enrichment could not read either, nobody has to try again. */
    private static Optional<IngestedKillmail> killmail(byte[] message) {
        try {
            IngestedKillmail killmail = MessageJson.mapper().readValue(message, IngestedKillmail.class);
            return Optional.ofNullable(killmail).filter(read -> read.killmailId() > 0 && read.systemId() > 0);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KafkaException("Reading from memory", e);
        }
    }

    private void publish(String key, byte[] message) {
        try {
            kafka.send(topic, key, message).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take a killmail again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a killmail was published again", e);
        }
    }

    private static final class Tally {
        private final long looked;
        private long released;
        private long stillBroken;
        private long cut;

        private Tally(Found found) {
            this.looked = found.open().size() + found.released();
            this.released = found.released();
        }

        private Map<String, Long> figures() {
            return Map.of("looked", looked, "released", released, "stillBroken", stillBroken, "cut", cut);
        }
    }
}
