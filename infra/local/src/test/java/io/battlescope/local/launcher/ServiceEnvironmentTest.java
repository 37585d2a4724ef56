package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.local.infrastructure.Infrastructure;
import io.battlescope.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path directory;

    @Test
    void everybodyIsToldOfKafkaAndRedis() throws IOException {
        ServiceEnvironment environment = environment();

        assertThat(Service.values())
                .allSatisfy(service -> assertThat(environment.of(service))
                        .containsKeys(
                                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "SPRING_DATA_REDIS_HOST", "SPRING_DATA_REDIS_PORT"));
    }

    @Test
    void eachDatabaseHasOneOwnerAndTheGatewayMayOnlyRead() throws IOException {
        ServiceEnvironment environment = environment();

        assertThat(environment.of(Service.INGESTION).get("SPRING_DATASOURCE_URL"))
                .endsWith("/ingestion");
        assertThat(environment.of(Service.PROJECTION).get("SPRING_DATASOURCE_URL"))
                .endsWith("/query");
        assertThat(environment.of(Service.API_GATEWAY).get("SPRING_DATASOURCE_URL"))
                .endsWith("/query");
        assertThat(environment.of(Service.API_GATEWAY))
                .containsEntry("SPRING_DATASOURCE_USERNAME", "battlescope_reader");
        assertThat(environment.of(Service.COMMAND_SIDE).get("BATTLESCOPE_EVENTS_DB_URL"))
                .endsWith("/events");
        assertThat(environment.of(Service.COMMAND_SIDE).get("BATTLESCOPE_BATTLES_DB_URL"))
                .endsWith("/battles");
        assertThat(environment.of(Service.ENRICHMENT)).doesNotContainKey("SPRING_DATASOURCE_URL");
    }

    @Test
    void feedAndRateGoToIngestionAlone() throws IOException {
        ServiceEnvironment environment = environment();

        assertThat(environment.of(Service.INGESTION))
                .containsEntry("BATTLESCOPE_FEED", "demo")
                .containsEntry("BATTLESCOPE_FEED_RATE", "50");
        assertThat(environment.of(Service.API_GATEWAY))
                .containsEntry("SERVER_PORT", "8080")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .doesNotContainKey("BATTLESCOPE_FEED");
    }

    @Test
    void theGatewayAloneIsToldTheAdminsToken() throws IOException {
        ServiceEnvironment environment = environment();

        assertThat(Service.values())
                .filteredOn(service -> environment.of(service).containsKey("BATTLESCOPE_ADMIN_TOKEN"))
                .containsExactly(Service.API_GATEWAY);
        assertThat(environment.of(Service.API_GATEWAY)).containsEntry("BATTLESCOPE_ADMIN_TOKEN", "secret");
    }

    private ServiceEnvironment environment() throws IOException {
        Ports ports = Ports.settle(directory.resolve("ports"), Infrastructure.PORTS);
        return new ServiceEnvironment(
                ports,
                new Feed(Feed.Kind.DEMO, null),
                Optional.of("50"),
                8080,
                new AdminToken("secret", false),
                Map.of());
    }
}
