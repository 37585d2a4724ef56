package io.battlescope.enrichment.name;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Which ids need no asking for now: in Redis for all instances, and in front of it in this process. */
final class Memory {

    /** About 20 MB. */
    private static final long IN_PROCESS = 200_000;

    private final Shelf shelf;
    private final Clock clock;
    private final Cache<Long, Known> near;

    /**
     * @param asked when it was; what is known of it since says {@link Known#named}
     * @param named {@code false} when ESI does not know the id
     */
    record Known(Instant asked, boolean named, Instant until) {

        String text() {
            return (named ? "named " : "unknown ") + asked.getEpochSecond() + " " + until.getEpochSecond();
        }

        static Known parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Known(
                    Instant.ofEpochSecond(Long.parseLong(parts[1])),
                    parts[0].equals("named"),
                    Instant.ofEpochSecond(Long.parseLong(parts[2])));
        }
    }

    Memory(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
        Ticker time = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.near = Caffeine.newBuilder()
                .maximumSize(IN_PROCESS)
                .ticker(time)
                .expireAfter(Expiry.writing((Long id, Known known) -> Duration.between(clock.instant(), known.until())))
                .build();
    }

    /** What is known of those ids of which anything is. */
    Map<Long, Known> of(Collection<Long> ids) {
        Map<Long, Known> known = new HashMap<>(near.getAllPresent(ids));
        List<Long> others = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (others.isEmpty()) {
            return known;
        }
        List<String> keys = others.stream().map(this::key).toList();
        List<String> found = shelf.ask(redis -> redis.opsForValue().multiGet(keys), List.of());
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != null) {
                Known one = Known.parse(found.get(i));
                near.put(others.get(i), one);
                known.put(others.get(i), one);
            }
        }
        return known;
    }

    /** Remembers it for so long. */
    void put(long id, boolean named, Duration lifetime) {
        putAll(List.of(id), named, lifetime);
    }

    void putAll(Collection<Long> ids, boolean named, Duration lifetime) {
        Instant now = clock.instant();
        Known known = new Known(now, named, now.plus(lifetime));
        List<Long> all = new ArrayList<>(ids);
        all.forEach(id -> near.put(id, known));
        shelf.ask(
                redis -> {
                    all.forEach(id -> redis.opsForValue().set(key(id), known.text(), lifetime));
                    return null;
                },
                null);
    }

    private String key(long id) {
        return shelf.key("id:" + id);
    }
}
