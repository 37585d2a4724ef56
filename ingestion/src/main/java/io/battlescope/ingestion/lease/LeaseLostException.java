package io.battlescope.ingestion.lease;

/** Another instance is at work now; what this one has in hand is not its own any more. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String message) {
        super(message);
    }
}
