package io.battlescope.kit.topic;

import java.util.Collection;

/** The broker cannot be reached, or lacks topics that this service needs. */
public final class TopicsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private TopicsMissingException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    static TopicsMissingException missing(Collection<String> topics, String servers) {
        return new TopicsMissingException(
                "Kafka at " + servers + " lacks the topics " + String.join(", ", topics) + ".",
                "Create them as docs/topics.md lists them; infra/battlescope up does it by itself.",
                null);
    }

    static TopicsMissingException unreachable(String servers, Throwable cause) {
        return new TopicsMissingException(
                "No Kafka broker answers at " + servers + ".",
                "Start one, or set SPRING_KAFKA_BOOTSTRAP_SERVERS to the broker's address.",
                cause);
    }

    String action() {
        return action;
    }
}
