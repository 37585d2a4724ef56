package io.battlescope.view.progress;

import io.battlescope.view.deadletter.Cause;
import java.time.Instant;

/**
 * Something that could not be handled, with the reason.
 *
 * @param stage who gave up
 * @param source where it came from
 * @param position where in the source
 * @param killmailId {@code null} when not even that could be read
 * @param detail the reason in words
 * @param payload the beginning of what was received, at most {@value #PAYLOAD_CHARACTERS} characters; {@code null} where it is not
 *     shown
 * @param payloadLength characters kept of what was received
 * @param occurredAt when it was set aside (UTC)
 */
public record DeadLetterView(
        long deadLetterId,
        String stage,
        String source,
        String position,
        Long killmailId,
        String code,
        String detail,
        String payload,
        int payloadLength,
        Instant occurredAt) {

    /** A page of whole payloads could weigh megabytes. */
    static final int PAYLOAD_CHARACTERS = 2048;

    /** The same for somebody who may not see what was received. */
    public DeadLetterView masked() {
        return new DeadLetterView(
                deadLetterId,
                stage,
                source,
                position,
                killmailId,
                code,
                Cause.withoutValues(detail),
                null,
                payloadLength,
                occurredAt);
    }
}
