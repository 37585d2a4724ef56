package io.battlescope.projection.deadletter;

import com.fasterxml.jackson.databind.ObjectReader;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns records into letters. One that is no letter becomes a letter about itself, for there is nowhere further to put it. */
final class DeadLetterReader {

    static final String UNREADABLE = "UNREADABLE";
    private static final String STAGE = "projection";

    private static final ObjectReader READER = MessageJson.mapper().readerFor(DeadLetter.class);

    private DeadLetterReader() {}

    static DeadLetter read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return unreadable(message, "the record has no value");
        }
        try {
            DeadLetter letter = READER.readValue(message.value());
            return isComplete(letter)
                    ? letter
                    : unreadable(message, "stage, source, position, code or time is missing");
        } catch (IOException e) {
            return unreadable(message, e.getMessage());
        }
    }

    private static boolean isComplete(DeadLetter letter) {
        return letter != null
                && letter.stage() != null
                && letter.source() != null
                && letter.position() != null
                && letter.code() != null
                && letter.occurredAt() != null;
    }

    private static DeadLetter unreadable(ConsumerRecord<String, byte[]> message, String why) {
        byte[] value = message.value() == null ? new byte[0] : message.value();
        return new DeadLetter(
                STAGE,
                message.topic(),
                message.partition() + "@" + message.offset(),
                null,
                UNREADABLE,
                why,
                new String(value, StandardCharsets.UTF_8),
                Instant.ofEpochMilli(message.timestamp()));
    }
}
