package io.battlescope.gateway.access;

import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts wrong tokens by address, for a minute from the first. Redis has the count of all gateways; each also keeps its own, which is what
 * holds while Redis is away.
 */
@Component
final class FailedLogins {

    static final int ALLOWED = 10;

    private static final Logger log = LoggerFactory.getLogger(FailedLogins.class);
    private static final String PREFIX = "battlescope:failed-logins:";
    private static final long REDIS_BREAK_NANOS = Duration.ofSeconds(5).toNanos();

    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return count""", Long.class);

    private static final RedisScript<Long> MILLIS_LEFT = RedisScript.of("""
            if tonumber(redis.call('GET', KEYS[1]) or '0') < tonumber(ARGV[1]) then return 0 end
            return redis.call('PTTL', KEYS[1])""", Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final MinuteCounts own = new MinuteCounts();
    private final AtomicLong redisFailedAt = new AtomicLong(System.nanoTime() - REDIS_BREAK_NANOS);

    FailedLogins(StringRedisTemplate redis, TopicNames names) {
        this.redis = redis;
        this.prefix = PREFIX + names.prefix();
    }

    void count(String address) {
        String network = Network.of(address);
        long count = own.count(network);
        long ofAll = inRedis(COUNT, network, Long.toString(MinuteCounts.MINUTE.toMillis()));
        if (Math.max(count, ofAll) == ALLOWED) {
            log.warn(
                    "{} wrong tokens from {} within a minute: no other is looked at from there for now",
                    ALLOWED,
                    network);
        }
    }

    void refuseIfTooMany(String address) {
        String network = Network.of(address);
        Duration ofAll = Duration.ofMillis(inRedis(MILLIS_LEFT, network, Integer.toString(ALLOWED)));
        Duration left = own.left(network, ALLOWED);
        Duration wait = ofAll.compareTo(left) > 0 ? ofAll : left;
        if (wait.isPositive()) {
            throw new LoginRefusedException(
                    ProblemCode.TOO_MANY_FAILED_LOGINS,
                    ALLOWED
                            + " wrong tokens came from your address within a minute, so this one was not looked at. Wait "
                            + wait.plusMillis(999).toSeconds() + " s.",
                    wait);
        }
    }

    /** Zero while Redis is away, which is asked again after a break: every attempt costs its time limit. */
    private long inRedis(RedisScript<Long> script, String network, String argument) {
        if (System.nanoTime() - redisFailedAt.get() < REDIS_BREAK_NANOS) {
            return 0;
        }
        try {
            Long answer = redis.execute(script, List.of(prefix + network), argument);
            return answer == null ? 0 : answer;
        } catch (DataAccessException e) {
            redisFailedAt.set(System.nanoTime());
            log.warn("Redis is away, so this gateway counts wrong tokens for itself: {}", e.getMessage());
            return 0;
        }
    }
}
