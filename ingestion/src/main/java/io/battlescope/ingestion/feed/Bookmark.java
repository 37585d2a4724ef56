package io.battlescope.ingestion.feed;

/**
 * A stored place in a feed.
 *
 * @param feed the feed's identity, such as {@code file:/path#1a2b3c}
 * @param fingerprint of the feed's content, by which a file is known again; empty for feeds without
 */
public record Bookmark(String feed, Position position, String fingerprint) {}
