package io.battlescope.enrichment.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.topic.TopicNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what cannot be enriched to the dead letters, with the reason. Returns once the broker has the letter. */
@Component
class SetAside {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);
    private static final String STAGE = "enrichment";

    private final DeadLetters deadLetters;
    private final Progress progress;
    private final String prefix;

    SetAside(DeadLetters deadLetters, Progress progress, TopicNames names) {
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.prefix = names.prefix();
    }

    void failed(ConsumerRecord<String, byte[]> message, RuntimeException failure) {
        log.error("enrichment failed position={}", position(message), failure);
        put(message, "ENRICHMENT_FAILED", failure.toString());
    }

    void tooLarge(ConsumerRecord<String, byte[]> message) {
        put(message, "TOO_LARGE", "Enriched, the killmail is larger than a message may be");
    }

    void put(ConsumerRecord<String, byte[]> message, String code, String detail) {
        Long killmailId = killmailId(message.value());
        deadLetters.send(
                Topic.KILLMAIL_INGESTED_DLT,
                new DeadLetter(
                        STAGE,
                        message.topic().substring(prefix.length()),
                        position(message),
                        killmailId,
                        code,
                        detail,
                        text(message.value()),
                        Instant.now()));
        progress.deadLettered();
        log.warn("set aside killmailId={} position={} code={}", killmailId, position(message), code);
    }

    private static String position(ConsumerRecord<?, ?> message) {
        return message.partition() + "@" + message.offset();
    }

    private static String text(byte[] payload) {
        return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
    }

    private static Long killmailId(byte[] payload) {
        if (payload == null) {
            return null;
        }
        try {
            JsonNode id = MessageJson.mapper().readTree(payload).path("killmailId");
            return id.canConvertToLong() && id.isNumber() ? id.longValue() : null;
        } catch (IOException e) {
            // no JSON: then the letter has no id, and its code says why
            return null;
        }
    }
}
