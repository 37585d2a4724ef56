package io.battlescope.gateway.problem;

/** A parameter's value that cannot be read; the message is for the caller. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message) {
        super(message);
    }
}
