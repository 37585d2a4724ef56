package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.kit.topic.TopicsMissingException;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.testing.TestInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartUpIT {

    @Test
    void missing_topics_are_named(CapturedOutput output) {
        assertThatThrownBy(() -> start(QueryDb.empty().url(), "nobody-made-these."))
                .hasRootCauseInstanceOf(TopicsMissingException.class);

        assertThat(output)
                .contains("lacks the topics nobody-made-these.")
                .contains("nobody-made-these.battle.events, nobody-made-these.entity.updated,")
                .contains("Action:");
    }

    @Test
    void a_database_that_is_not_there_is_told_in_a_sentence(CapturedOutput output) {
        String missing = QueryDb.empty().url().replaceFirst("/query_[0-9a-f]+", "/nobody_made_this");

        assertThatThrownBy(() -> start(missing, TestTopic.allUnderNewPrefix()));

        assertThat(output)
                .contains("The Query DB cannot be reached: FATAL: database \"nobody_made_this\" does not exist")
                .contains("SPRING_DATASOURCE_URL");
    }

    @Test
    void a_server_that_is_not_there_is_told_in_a_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> start("jdbc:postgresql://127.0.0.1:1/query", TestTopic.allUnderNewPrefix()));

        assertThat(output).contains("The Query DB cannot be reached: Connection to 127.0.0.1:1 refused");
    }

    private static void start(String url, String prefix) {
        TestInfrastructure servers = TestInfrastructure.running();
        new SpringApplicationBuilder(ProjectionApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--spring.kafka.bootstrap-servers=" + servers.kafka(),
                        "--spring.data.redis.host=" + servers.redisHost(),
                        "--spring.data.redis.port=" + servers.redisPort(),
                        "--battlescope.topics.prefix=" + prefix)
                .close();
    }
}
