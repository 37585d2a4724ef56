package io.battlescope.esi;

import java.time.Instant;

/** What ESI said, for good: asking the same again soon would bring the same. */
public sealed interface EsiAnswer {

    /**
     * 200.
     *
     * @param etag {@code null} when it sent none
     * @param expires until when asking again is pointless (UTC); {@code null} when it did not say
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Found(byte[] body, String etag, Instant expires) implements EsiAnswer {}

    /** 304: what the caller has still holds. */
    record NotModified(Instant expires) implements EsiAnswer {}

    /** 400, 404, 422 or another refusal of the question itself: never to be repeated as it is. */
    record Refused(int status, String detail) implements EsiAnswer {}
}
