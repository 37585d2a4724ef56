package io.battlescope.esi;

import java.time.Duration;

/** ESI cannot be asked just now, or did not answer. The message says why; {@link #retryIn} when to ask again. */
public final class EsiUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String state;
    private final Duration retryIn;

    /**
     * @param state one word with hyphens, stable: {@code downtime}, {@code circuit-open}, {@code out-of-budget}, {@code throttled},
     *     {@code unreachable}
     */
    public EsiUnavailableException(String state, String message, Duration retryIn, Throwable cause) {
        super(message, cause);
        this.state = state;
        this.retryIn = retryIn;
    }

    public String state() {
        return state;
    }

    /** How long to stay away. */
    public Duration retryIn() {
        return retryIn;
    }
}
