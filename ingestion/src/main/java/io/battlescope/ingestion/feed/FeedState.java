package io.battlescope.ingestion.feed;

/**
 * How a feed is.
 *
 * @param name one word with hyphens, stable: {@code running}, {@code finished}, {@code waiting}, …
 * @param detail a sentence for people; empty when the word says it all
 */
public record FeedState(String name, String detail) {

    public static final FeedState STARTING = new FeedState("starting", "");
    public static final FeedState RUNNING = new FeedState("running", "");
}
