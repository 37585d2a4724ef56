package io.battlescope.gateway.page;

/** A cursor that no page of this list has given. */
public final class InvalidCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidCursorException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
