package io.battlescope.view.deadletter;

import java.time.Instant;

/**
 * An event that could not be handled.
 *
 * @param letterId names it
 * @param number in its sequence; {@code null} for none
 * @param type what it tells of; {@code unreadable} when nobody can say, and for stages {@code null}
 * @param source topic, file or feed
 * @param position where in the source
 * @param waitsFor the sequence it waits for; {@code null} where it failed itself
 * @param payload what was received, at most {@value #PAYLOAD_BYTES} bytes of it; {@code null} where it is not shown
 * @param payloadLength bytes kept of what was received
 * @param parkedAt when it was set aside (UTC)
 */
public record DeadEvent(
        String letterId,
        int version,
        Long number,
        String type,
        String source,
        String position,
        String code,
        String cause,
        String waitsFor,
        int attempts,
        Instant parkedAt,
        Instant lastAttemptAt,
        String payload,
        int payloadLength) {

    static final int PAYLOAD_BYTES = 64 * 1024;

    /** The same for somebody who may not see what was received. */
    public DeadEvent masked() {
        return new DeadEvent(
                letterId,
                version,
                number,
                type,
                source,
                position,
                code,
                Cause.withoutValues(cause),
                waitsFor,
                attempts,
                parkedAt,
                lastAttemptAt,
                null,
                payloadLength);
    }
}
