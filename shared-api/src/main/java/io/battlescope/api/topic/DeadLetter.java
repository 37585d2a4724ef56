package io.battlescope.api.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Something that could not be handled, with the reason; value of the {@code .dlt} topics.
 *
 * @param stage who gave up: {@code ingestion}, {@code enrichment}, {@code command-side}
 * @param source where it came from, such as {@code file:/path} or {@code killmail.enriched}
 * @param position where in the source: a line number, a sequence, {@code partition@offset}. Stage, source and position
 *     identify the letter, so that setting the same thing aside twice is one letter
 * @param killmailId {@code null} when not even that could be read
 * @param code stable reason code
 * @param detail the reason in words
 * @param payload what was received, cut at 64 KiB
 * @param occurredAt when it was set aside (our clock, UTC)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String stage,
        String source,
        String position,
        Long killmailId,
        String code,
        String detail,
        String payload,
        Instant occurredAt) {

    /** Code of a letter that passed when it was judged once more: nothing of it is left to be done. */
    public static final String RELEASED = "RELEASED";

    private static final int MAX_PAYLOAD = 64 * 1024;

    public DeadLetter {
        payload = payload == null || payload.length() <= MAX_PAYLOAD ? payload : payload.substring(0, MAX_PAYLOAD);
    }
}
