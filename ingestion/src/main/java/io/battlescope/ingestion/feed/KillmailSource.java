package io.battlescope.ingestion.feed;

import java.io.IOException;
import java.util.Map;

/**
 * An outside feed. It finds its own place through {@link Bookmarks} when it opens, and again after {@link #rewind()}; the place is
 * moved by the pump alone, once the broker has acknowledged a batch. Used by one thread, but for {@link #state()} and
 * {@link #counters()}.
 */
public interface KillmailSource extends AutoCloseable {

    /** Short name for provenance: {@code file} or {@code r2z2}. */
    String name();

    /**
     * The next payloads, after those given before; waits about a second at most for the first, so an empty batch is normal.
     *
     * @param max most payloads to give
     * @throws FeedException when the feed cannot be read just now; asking again later is right
     */
    Batch next(int max) throws FeedException, InterruptedException;

    /** Forgets how far it has read: the next batch follows the stored bookmark again. */
    void rewind();

    /** How the feed is, for people. */
    FeedState state();

    /** Numbers of this kind of feed, by name, for people too. */
    default Map<String, Long> counters() {
        return Map.of();
    }

    @Override
    void close() throws IOException;
}
