package io.battlescope.esi;

import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * What all instances have learned, in Redis. Scripts make each step atomic, and Redis' clock is the only one, so instances need
 * not agree on the time.
 */
final class RedisLimits implements Limits {

    private static final String NOT_TOLD = "-1";

    private static final RedisScript<String> ADMIT =
            RedisScript.of(new ClassPathResource("admit.lua", RedisLimits.class), String.class);
    private static final RedisScript<Long> SPEND =
            RedisScript.of(new ClassPathResource("spend.lua", RedisLimits.class), Long.class);
    private static final RedisScript<Long> ERRORS =
            RedisScript.of(new ClassPathResource("errors.lua", RedisLimits.class), Long.class);

    private final StringRedisTemplate redis;
    private final String keys;

    /** @param host that the limits belong to */
    RedisLimits(StringRedisTemplate redis, String host) {
        this.redis = redis;
        this.keys = "battlescope:esi:" + host + ":";
    }

    @Override
    public Bucket bucketOf(Route route) {
        Object known = redis.opsForHash().get(keys + "buckets", route.name());
        if (known == null) {
            return null;
        }
        String[] parts = known.toString().split(" ", 3);
        return new Bucket(parts[2], Long.parseLong(parts[0]), Duration.ofMillis(Long.parseLong(parts[1])));
    }

    @Override
    public void learn(Route route, Bucket bucket) {
        redis.opsForHash()
                .put(
                        keys + "buckets",
                        route.name(),
                        bucket.limit() + " " + bucket.windowMillis() + " " + bucket.group());
    }

    @Override
    public Admission admit(String scope, Bucket bucket) {
        String verdict = redis.execute(
                ADMIT,
                List.of(pauseKey(EVERYTHING), pauseKey(scope), errorsKey(), tokensKey(scope)),
                Integer.toString(ERRORS_SPARED),
                Long.toString(bucket == null ? 0 : bucket.limit()),
                Long.toString(bucket == null ? 0 : bucket.windowMillis()),
                Long.toString(bucket == null ? 0 : bucket.sliceMillis()),
                Integer.toString(BOOKED),
                Long.toString(bucket == null ? 0 : spared(bucket)));
        if (verdict == null || verdict.isEmpty()) {
            return Admission.GRANTED;
        }
        int space = verdict.indexOf(' ');
        return new Admission(
                verdict.substring(0, space), Duration.ofMillis(Long.parseLong(verdict.substring(space + 1))));
    }

    @Override
    public void settle(Bucket bucket, int cost, Long tokensLeft) {
        spend(bucket, cost - BOOKED, tokensLeft == null ? NOT_TOLD : Long.toString(tokensLeft));
    }

    @Override
    public long free(Bucket bucket) {
        return bucket.limit() - spared(bucket) - spend(bucket, 0, NOT_TOLD);
    }

    @Override
    public void errorsLeft(int left, Duration reset) {
        redis.execute(ERRORS, List.of(errorsKey()), Integer.toString(left), Long.toString(reset.toMillis()));
    }

    @Override
    public void error() {
        redis.execute(ERRORS, List.of(errorsKey()), NOT_TOLD, Long.toString(ERROR_WINDOW.toMillis()));
    }

    @Override
    public void pause(String scope, String state, Duration pause) {
        redis.opsForValue().set(pauseKey(scope), state, pause);
    }

    /** A tenth is left alone, since ESI may have counted what we have not. */
    private static long spared(Bucket bucket) {
        return bucket.limit() / 10;
    }

    private long spend(Bucket bucket, int cost, String tokensLeft) {
        Long used = redis.execute(
                SPEND,
                List.of(tokensKey(bucket.group())),
                Integer.toString(cost),
                Long.toString(bucket.limit()),
                Long.toString(bucket.windowMillis()),
                Long.toString(bucket.sliceMillis()),
                tokensLeft);
        return used == null ? 0 : used;
    }

    private String pauseKey(String scope) {
        return keys + "pause:" + scope;
    }

    private String tokensKey(String group) {
        return keys + "tokens:" + group;
    }

    private String errorsKey() {
        return keys + "errors-left";
    }
}
