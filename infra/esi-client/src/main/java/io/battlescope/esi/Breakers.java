package io.battlescope.esi;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** A circuit breaker for each route, since one can fail while the others answer. Refusals are answers, and count as such. */
final class Breakers {

    /** When an open circuit is worth another question: it opens for half a minute first, for five at last. */
    static final Duration RETRY = Duration.ofSeconds(15);

    private static final int WINDOW = 10;
    private static final int LEAST_CALLS = 5;
    private static final int PROBES = 2;
    private static final Duration FIRST_OPEN = Duration.ofSeconds(30);
    private static final Duration LAST_OPEN = Duration.ofMinutes(5);

    private final CircuitBreakerRegistry registry;

    Breakers() {
        this(FIRST_OPEN);
    }

    Breakers(Duration firstOpen) {
        registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialRandomBackoff(firstOpen, 2, 0.3, LAST_OPEN))
                .build());
    }

    CircuitBreaker of(Route route) {
        return registry.circuitBreaker(route.name());
    }
}
