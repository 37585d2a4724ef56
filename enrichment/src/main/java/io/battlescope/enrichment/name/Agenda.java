package io.battlescope.enrichment.name;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * What is to be asked later, whether it is seen on a killmail again or not. Who takes something from it has ten minutes to say
 * that it is done; else, for instance since it was killed, it comes up again. Kept in Redis, and in this process while Redis is
 * away: what is then lost with the process is asked when it is seen again.
 */
final class Agenda {

    private static final Duration TO_DO_IT = Duration.ofMinutes(10);
    private static final RedisScript<List<String>> TAKE = script("""
            local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
            for _, entry in ipairs(due) do
              redis.call('ZADD', KEYS[1], ARGV[2], entry)
            end
            return due
            """);

    private final Shelf shelf;
    private final Clock clock;
    private final String agenda;
    private final String tries;
    private final Map<String, Instant> near = new ConcurrentHashMap<>();
    private final Map<String, Long> nearTries = new ConcurrentHashMap<>();

    Agenda(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
        this.agenda = shelf.key("agenda");
        this.tries = shelf.key("tries");
    }

    /** At that time, whatever was planned before. */
    void put(Errand errand, Instant at) {
        boolean kept =
                shelf.ask(redis -> redis.opsForZSet().add(agenda, errand.text(), at.toEpochMilli()) != null, false);
        if (!kept) {
            near.put(errand.text(), at);
        }
    }

    /** Soon, unless it is planned already. */
    void putSoon(Errand errand) {
        boolean kept = shelf.ask(
                redis -> redis.opsForZSet().addIfAbsent(agenda, errand.text(), clock.millis()) != null, false);
        if (!kept) {
            near.putIfAbsent(errand.text(), clock.instant());
        }
    }

    /** How often it was tried, this time included. */
    long tried(Errand errand) {
        Long here = nearTries.merge(errand.text(), 1L, Long::sum);
        return shelf.ask(redis -> redis.opsForHash().increment(tries, errand.text(), 1), here);
    }

    /** Takes at most so many that are due. */
    List<Errand> take(int max) {
        Instant now = clock.instant();
        Instant again = now.plus(TO_DO_IT);
        List<String> due = new ArrayList<>(shelf.ask(
                redis -> redis.execute(
                        TAKE,
                        List.of(agenda),
                        Long.toString(now.toEpochMilli()),
                        Long.toString(again.toEpochMilli()),
                        Integer.toString(max)),
                List.of()));
        near.forEach((errand, at) -> {
            if (!at.isAfter(now) && due.size() < max) {
                near.put(errand, again);
                due.add(errand);
            }
        });
        return due.stream().distinct().map(Errand::parse).toList();
    }

    void done(Errand errand) {
        near.remove(errand.text());
        nearTries.remove(errand.text());
        shelf.ask(
                redis -> {
                    redis.opsForZSet().remove(agenda, errand.text());
                    return redis.opsForHash().delete(tries, errand.text());
                },
                0L);
    }

    @SuppressWarnings("unchecked")
    private static RedisScript<List<String>> script(String text) {
        return RedisScript.of(text, (Class<List<String>>) (Class<?>) List.class);
    }
}
