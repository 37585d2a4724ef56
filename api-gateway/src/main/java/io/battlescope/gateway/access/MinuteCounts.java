package io.battlescope.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts per name, each from its first to a minute later, in this process alone. */
public final class MinuteCounts {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int MAX_NAMES = 100_000;

    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(MAX_NAMES)
            .expireAfterWrite(MINUTE)
            .build();

    /** How many it is now. */
    public long count(String name) {
        return counts.get(name, _ -> new Count(System.nanoTime(), new AtomicLong()))
                .number()
                .incrementAndGet();
    }

    /** How long it stays at so many or more; zero when it is fewer. */
    Duration left(String name, long atLeast) {
        Count count = counts.getIfPresent(name);
        return count == null || count.number().get() < atLeast
                ? Duration.ZERO
                : MINUTE.minusNanos(System.nanoTime() - count.since());
    }

    private record Count(long since, AtomicLong number) {}
}
