package io.battlescope.ingestion.store;

/** The feed's stored place is neither before nor behind the batch: another process is reading the same feed. */
public final class FeedMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedMovedException(String message) {
        super(message);
    }
}
