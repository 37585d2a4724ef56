package io.battlescope.ingestion.feed;

/** The configuration names a feed that cannot be followed. */
public final class FeedMisconfiguredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param message what is wrong, in a sentence
     * @param action what to do about it
     */
    public FeedMisconfiguredException(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
