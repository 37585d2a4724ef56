package io.battlescope.ingestion.feed;

import java.time.Duration;
import java.util.Optional;

/** The feed cannot be read just now. The message says what is wrong; the pump asks again. */
public final class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String state;
    private final Duration retryIn;

    /** Trouble after which asking again soon, then less and less often, is right. */
    public FeedException(String state, String message, Throwable cause) {
        this(state, message, null, cause);
    }

    /** Trouble with a time to wait: {@code retryIn} is how long to stay away. */
    public FeedException(String state, String message, Duration retryIn, Throwable cause) {
        super(message, cause);
        this.state = state;
        this.retryIn = retryIn;
    }

    public FeedState state() {
        return new FeedState(state, getMessage());
    }

    public Optional<Duration> retryIn() {
        return Optional.ofNullable(retryIn);
    }
}
