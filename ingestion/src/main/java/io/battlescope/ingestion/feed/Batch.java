package io.battlescope.ingestion.feed;

import java.util.List;

/**
 * Payloads that follow each other.
 *
 * @param feed the feed's identity, under which its place is kept
 * @param fingerprint see {@link Bookmark}
 * @param before the place before the first payload: the stored bookmark must say the same
 * @param after the place behind the last
 * @param lost what is passed over between these places, before the first payload; {@code null} for nothing
 */
public record Batch(
        String feed, String fingerprint, Position before, Position after, List<RawKillmail> payloads, LostRange lost) {

    /** Nothing new just now. */
    public static final Batch NOTHING = new Batch("", "", Position.START, Position.START, List.of());

    public Batch {
        payloads = List.copyOf(payloads);
    }

    public Batch(String feed, String fingerprint, Position before, Position after, List<RawKillmail> payloads) {
        this(feed, fingerprint, before, after, payloads, null);
    }

    /** Whether there is nothing to deal with, not even skipped lines. */
    public boolean isNothing() {
        return payloads.isEmpty() && before.equals(after);
    }
}
