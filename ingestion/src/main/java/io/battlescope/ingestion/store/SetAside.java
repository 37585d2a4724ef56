package io.battlescope.ingestion.store;

import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.RejectionCode;
import io.battlescope.ingestion.validation.Validation.Rejected;
import java.nio.charset.StandardCharsets;

/**
 * A payload that is no killmail, as it is stored and sent on: text that PostgreSQL and JSON can hold, cut at 64 KiB.
 *
 * @param number its place in the feed
 * @param killmailId {@code null} when not even that could be read
 */
public record SetAside(long number, RejectionCode code, String detail, Long killmailId, String payload) {

    private static final int MAX_DETAIL = 500;

    public static SetAside of(RawKillmail raw, Rejected rejected) {
        // what was asked for by its id is known by it, whatever came
        Long killmailId = raw.killmailId() == null ? rejected.killmailId() : raw.killmailId();
        return new SetAside(raw.number(), rejected.code(), detail(rejected), killmailId, payload(raw.payload()));
    }

    private static String payload(byte[] bytes) {
        int length = Math.min(bytes.length, RawKillmail.KEPT);
        return storable(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    private static String detail(Rejected rejected) {
        String detail = rejected.detail();
        // half a surrogate pair becomes a question mark on the way through UTF-8
        String cut = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
        return storable(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /** PostgreSQL's text has no NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
