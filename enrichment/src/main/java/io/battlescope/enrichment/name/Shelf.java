package io.battlescope.enrichment.name;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis, where it is there. While it is not, it is left alone for seconds on end, for each question costs a time-out. */
final class Shelf {

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final StringRedisTemplate redis;
    private final String prefix;
    private volatile long awayUntil = System.nanoTime();
    private volatile boolean trouble;

    /** @param prefix of the keys: what one deployment has published is not known to the readers of another */
    Shelf(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix + "battlescope:names:";
    }

    String key(String name) {
        return prefix + name;
    }

    /**
     * @param without what holds when Redis is away
     */
    <T> T ask(Function<StringRedisTemplate, T> question, T without) {
        if (System.nanoTime() - awayUntil < 0) {
            return without;
        }
        try {
            T answer = question.apply(redis);
            if (trouble) {
                log.info("names are remembered in Redis again");
                trouble = false;
            }
            return answer;
        } catch (RuntimeException e) {
            // said once; names are then remembered by this instance alone
            if (!trouble) {
                log.warn("names cannot be remembered in Redis: {}", e.toString());
                trouble = true;
            }
            awayUntil = System.nanoTime() + AWAY_NANOS;
            return without;
        }
    }
}
