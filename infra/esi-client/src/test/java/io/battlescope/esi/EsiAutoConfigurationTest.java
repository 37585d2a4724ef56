package io.battlescope.esi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EsiAutoConfigurationTest {

    private final ApplicationContextRunner services = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, EsiAutoConfiguration.class));

    @Test
    void a_service_gets_esi_and_its_report_under_an_address_from_the_environment() {
        try (EsiStub stub = new EsiStub()) {
            stub.answers(200, "[]");
            services.withPropertyValues("spring.data.redis.port=1", "battlescope.contact=somebody@example.org")
                    .withInitializer(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                    Map.of(
                                            "BATTLESCOPE_ESI_BASE_URL",
                                            stub.address().toString()))))
                    .run(context -> {
                        assertThat(context.getBean(Esi.class).get("/markets/prices", null))
                                .isInstanceOf(EsiAnswer.Found.class);
                        assertThat(context.getBean(EsiReport.class).notes()).containsEntry("esi", "answers");
                    });
            assertThat(stub.requests().getFirst().header("User-Agent"))
                    .isEqualTo("BattleScope/dev (somebody@example.org)");
        }
    }

    @Test
    void no_redis_at_all_is_no_obstacle() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(EsiAutoConfiguration.class))
                .run(context -> assertThat(context).hasSingleBean(Esi.class));
    }
}
