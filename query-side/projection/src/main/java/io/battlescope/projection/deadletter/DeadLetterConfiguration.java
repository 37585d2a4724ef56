package io.battlescope.projection.deadletter;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    private static final long FIRST_MILLIS = 500;
    private static final long MAX_MILLIS = 10_000;

    /** Tries a batch until it is stored; the default gives up after nine attempts and goes on without it. */
    @Bean
    CommonErrorHandler retryForEver() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_MILLIS, 2);
        backOff.setMaxInterval(MAX_MILLIS);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        // also after the exceptions that it would take for hopeless
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
