package io.battlescope.ingestion.backfill;

/** Work in hand is put down where it is: somebody paused or cancelled the job, or another instance is at work now. */
final class HaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HaltedException(String message) {
        super(message);
    }
}
