package io.battlescope.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class FailedLoginsTest {

    @Test
    void whileRedisIsAwayTheGatewayCountsForItself() {
        LettuceConnectionFactory nobody = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", 1),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(500))
                        .build());
        nobody.afterPropertiesSet();
        nobody.start();
        FailedLogins failures = new FailedLogins(new StringRedisTemplate(nobody), new TopicNames(""));

        for (int failure = 1; failure < FailedLogins.ALLOWED; failure++) {
            failures.count("192.0.2.1");
        }
        assertThatCode(() -> failures.refuseIfTooMany("192.0.2.1")).doesNotThrowAnyException();
        failures.count("192.0.2.1");

        assertThatThrownBy(() -> failures.refuseIfTooMany("192.0.2.1"))
                .isInstanceOfSatisfying(
                        LoginRefusedException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.TOO_MANY_FAILED_LOGINS));
        assertThatCode(() -> failures.refuseIfTooMany("192.0.2.2")).doesNotThrowAnyException();
        nobody.destroy();
    }

    @Test
    void addressesOfOneHomeAreOneParty() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(Network.of("2001:db8:1:2::1"));
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo(Network.of("192.0.2.1"));
        assertThat(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
        assertThat(Network.of("unknown")).isEqualTo("unknown");
    }
}
