package io.battlescope.gateway.broker;

/** Kafka did not take everything of an order in time; whether it took some of it is not known. */
public final class BrokerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnavailableException(Throwable cause) {
        super("Kafka did not take an order", cause);
    }
}
