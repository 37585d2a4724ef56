package io.battlescope.view.page;

/** A position that no page of this list can have given. */
public final class InvalidPositionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidPositionException(String reason) {
        super("The position " + reason);
    }

    public InvalidPositionException(String reason, Throwable cause) {
        super("The position " + reason, cause);
    }
}
