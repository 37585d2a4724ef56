package io.battlescope.esi;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Several instances and a real Redis. */
class SharedLimitsIT {

    private static final int NOBODY_LISTENS_HERE = 1;
    private static final Bucket KILLMAILS = new Bucket("killmail", 40, Duration.ofMinutes(15));
    private static final Route ROUTE = Route.of("/killmails/1/00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa");

    private final LettuceConnectionFactory connections = connections(
            TestInfrastructure.running().redisHost(),
            TestInfrastructure.running().redisPort());
    private final String host = "esi-" + UUID.randomUUID();
    private final Limits first = instance(connections);
    private final Limits second = instance(connections);

    @AfterEach
    void stop() {
        connections.destroy();
    }

    @Test
    void two_instances_use_one_budget() {
        int granted = 0;
        while (granted < 40
                && (granted % 2 == 0 ? first : second)
                        .admit("killmail", KILLMAILS)
                        .isGranted()) {
            granted++;
        }

        assertThat(granted).as("40 tokens, a tenth spared, 2 a question").isEqualTo(18);
        assertThat(first.admit("killmail", KILLMAILS))
                .satisfies(refused -> assertThat(refused.state()).isEqualTo("out-of-budget"))
                .satisfies(refused ->
                        assertThat(refused.retryIn()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(16)));
        assertThat(second.free(KILLMAILS)).isZero();
    }

    @Test
    void a_real_cost_replaces_what_was_booked() {
        first.admit("killmail", KILLMAILS);
        first.settle(KILLMAILS, 5, null);
        second.admit("killmail", KILLMAILS);
        second.settle(KILLMAILS, 0, null);

        assertThat(first.free(KILLMAILS)).isEqualTo(36 - 5);
    }

    @Test
    void where_esi_counts_more_its_count_holds_for_all() {
        first.admit("killmail", KILLMAILS);
        first.settle(KILLMAILS, 2, 5L);

        assertThat(second.free(KILLMAILS)).isEqualTo(5 - 4);
        assertThat(second.admit("killmail", KILLMAILS).isGranted()).isFalse();
    }

    @Test
    void what_one_learns_of_a_route_the_other_knows() {
        first.learn(ROUTE, KILLMAILS);

        assertThat(second.bucketOf(ROUTE)).isEqualTo(KILLMAILS);
        assertThat(second.bucketOf(Route.of("/universe/names"))).isNull();
    }

    @Test
    void a_pause_of_one_is_a_pause_of_all() {
        first.pause("killmail", "throttled", Duration.ofMinutes(2));

        assertThat(second.admit("killmail", KILLMAILS).state()).isEqualTo("throttled");
        assertThat(second.admit("/universe/names", null).isGranted()).isTrue();

        first.pause(Limits.EVERYTHING, "downtime", Duration.ofMinutes(1));

        assertThat(second.admit("/universe/names", null).state()).isEqualTo("downtime");
    }

    @Test
    void errors_of_all_are_counted_together() {
        first.errorsLeft(30, Duration.ofMinutes(1));
        second.errorsLeft(35, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            first.error();
            second.error();
        }

        assertThat(second.admit("/universe/names", null).state()).isEqualTo("out-of-budget");
    }

    @Test
    void without_redis_each_goes_by_its_own_books_and_halves_the_budget() {
        LettuceConnectionFactory nowhere = connections("127.0.0.1", NOBODY_LISTENS_HERE);
        Limits alone = instance(nowhere);
        alone.learn(ROUTE, KILLMAILS);
        int granted = 0;
        while (granted < 40 && alone.admit("killmail", alone.bucketOf(ROUTE)).isGranted()) {
            alone.settle(KILLMAILS, 2, null);
            granted++;
        }

        assertThat(granted).isEqualTo(10);
        alone.pause(Limits.EVERYTHING, "throttled", Duration.ofMinutes(1));
        assertThat(alone.admit("/universe/names", null).state()).isEqualTo("throttled");
        nowhere.destroy();
    }

    private Limits instance(LettuceConnectionFactory factory) {
        return new SharedLimits(
                new RedisLimits(new StringRedisTemplate(factory), host), new LocalLimits(Clock.systemUTC()));
    }

    private static LettuceConnectionFactory connections(String host, int port) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(host, port);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
