package io.battlescope.ingestion.r2z2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * One numbered file of the feed, with what it says beside the killmail.
 *
 * @param uploadedAt seconds since 1970; 0 when it does not say
 * @param rewritten the number of an earlier file that has a new content since; 0 for none
 * @param isWhole whether it is text and JSON from beginning to end; one that is too large to be a killmail is not looked into
 */
record KillmailFile(RawKillmail raw, long uploadedAt, long rewritten, boolean isWhole) {

    /** About the year 5000; beyond it is no time. */
    private static final long LATEST = 100_000_000_000L;

    static KillmailFile read(long number, CappedBody.Answer answer) {
        if (!answer.isWhole()) {
            byte[] beginning = Arrays.copyOf(answer.kept(), RawKillmail.KEPT);
            return new KillmailFile(new RawKillmail(number, beginning, answer.size()), 0, 0, true);
        }
        return read(new RawKillmail(number, answer.kept(), answer.size()));
    }

    private static KillmailFile read(RawKillmail raw) {
        long uploadedAt = 0;
        long rewritten = 0;
        try (JsonParser json = MessageJson.mapper().getFactory().createParser(raw.payload())) {
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "uploaded_at" -> uploadedAt = number(json, LATEST);
                    // news of files before this one only: what comes later is met anyway
                    case "sequence_updated" -> rewritten = number(json, raw.number());
                    default -> json.skipChildren();
                }
            }
            if (!isObject) {
                json.skipChildren();
            }
            boolean isWhole = json.currentToken() != null && json.nextToken() == null;
            return new KillmailFile(raw, uploadedAt, rewritten, isWhole && KillmailValidator.isText(raw.payload()));
        } catch (JsonProcessingException e) {
            return new KillmailFile(raw, uploadedAt, rewritten, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private static long number(JsonParser json, long below) throws IOException {
        boolean fits = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() > 0
                && json.getLongValue() < below;
        if (fits) {
            return json.getLongValue();
        }
        json.skipChildren();
        return 0;
    }
}
