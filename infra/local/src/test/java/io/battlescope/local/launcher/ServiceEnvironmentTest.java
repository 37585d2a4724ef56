package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.local.infrastructure.Infrastructure;
import io.battlescope.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
        ServiceEnvironment environment = environment(new Feed(Feed.Kind.FILE, Path.of("/kills.jsonl")));

        assertThat(environment.of(Service.INGESTION))
                .containsEntry("BATTLESCOPE_FEED", "file:/kills.jsonl")
                .containsEntry("BATTLESCOPE_FEED_RATE", "50")
                .doesNotContainKey("BATTLESCOPE_ESI_BASE_URL");
        assertThat(environment.of(Service.API_GATEWAY))
                .containsEntry("SERVER_PORT", "8080")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .doesNotContainKey("BATTLESCOPE_FEED");
    }

    @Test
    void inTheDemoThoseWhoAskOutsideAskTheSimulatorAndNobodyElse() throws IOException {
        ServiceEnvironment environment = environment();
        Predicate<String> outside = value -> value.contains("127.0.0.1:" + ports().of("simulator") + "/");

        assertThat(environment.of(Service.INGESTION))
                .containsEntry("BATTLESCOPE_FEED", "r2z2")
                .containsEntry("BATTLESCOPE_FEED_START", "97000001")
                .doesNotContainKey("BATTLESCOPE_FEED_RATE");
        for (String name : List.of("FEED_R2Z2", "ESI", "EVEREF")) {
            assertThat(environment.of(Service.INGESTION).get("BATTLESCOPE_" + name + "_BASE_URL"))
                    .matches(outside);
        }
        assertThat(environment.of(Service.ENRICHMENT).get("BATTLESCOPE_ESI_BASE_URL"))
                .matches(outside);
        assertThat(environment.of(Service.COMMAND_SIDE).values()).noneMatch(outside);
    }

    @Test
    void theGatewayAloneIsToldTheAdminsToken() throws IOException {
        ServiceEnvironment environment = environment();

        assertThat(Service.values())
                .filteredOn(service -> environment.of(service).containsKey("BATTLESCOPE_ADMIN_TOKEN"))
                .containsExactly(Service.API_GATEWAY);
        assertThat(environment.of(Service.API_GATEWAY)).containsEntry("BATTLESCOPE_ADMIN_TOKEN", "secret");
    }

    private Ports ports() {
        try {
            List<String> names = new ArrayList<>(Infrastructure.PORTS);
            names.add("simulator");
            return Ports.settle(directory.resolve("ports"), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceEnvironment environment() {
        return environment(new Feed(Feed.Kind.DEMO, null));
    }

    private ServiceEnvironment environment(Feed feed) {
        return new ServiceEnvironment(
                ports(), feed, Optional.of("50"), 8080, new AdminToken("secret", false), Map.of());
    }
}
