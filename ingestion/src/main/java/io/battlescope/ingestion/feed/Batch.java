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
 * @param asked the number that was asked for again, where that is all there is: the place stays; {@code null} for new ones
 * @param later numbers to ask for again
 */
public record Batch(
        String feed,
        String fingerprint,
        Position before,
        Position after,
        List<RawKillmail> payloads,
        LostRange lost,
        Recheck asked,
        List<Recheck> later) {

    /** Nothing new just now. */
    public static final Batch NOTHING = new Batch("", "", Position.START, Position.START, List.of());

    public Batch {
        payloads = List.copyOf(payloads);
        later = List.copyOf(later);
    }

    public Batch(String feed, String fingerprint, Position before, Position after, List<RawKillmail> payloads) {
        this(feed, fingerprint, before, after, payloads, null, null, List.of());
    }

    /** Whether there is nothing to deal with, not even skipped lines. */
    public boolean isNothing() {
        return payloads.isEmpty() && before.equals(after) && asked == null;
    }
}
