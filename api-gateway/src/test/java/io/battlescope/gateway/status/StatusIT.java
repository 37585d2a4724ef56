package io.battlescope.gateway.status;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.view.fixture.QueryDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

class StatusIT {

    /** A Redis database that no other test writes reports to. */
    private static final String OWN_REDIS = "--spring.data.redis.database=7";

    private QueryDatabase database;

    @BeforeEach
    void start() {
        database = QueryDatabase.empty();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void figuresComeFromTheServicesAndTheReadModel() throws IOException {
        database.migrate();
        database.progress("killmail", NOON).insert();
        database.killmail(1).insert();
        database.killmail(2).insert();
        database.killmail(3).insert();
        database.battle("b1").insert();
        database.attributed(1, "b1").insert();
        database.attributed(2, "b1").insert();
        try (RunningGateway gateway = RunningGateway.on(database, OWN_REDIS)) {
            report(
                    gateway,
                    "ingestion",
                    "a",
                    Map.of(
                            "accepted",
                            5L,
                            "duplicates",
                            2L,
                            "revalued",
                            1L,
                            "refused",
                            4L,
                            "refused.SPACE_DENIED",
                            4L,
                            "quarantined",
                            3L,
                            "quarantined.BAD_JSON",
                            2L,
                            "quarantined.NO_VICTIM",
                            1L,
                            "cameRight",
                            6L,
                            "lagMillis",
                            250L));
            report(gateway, "enrichment", "a", Map.of("enriched", 2L, "lagMillis", 1500L));
            report(gateway, "enrichment", "b", Map.of("enriched", 2L, "lagMillis", 20L));
            report(gateway, "command-side", "a", Map.of("lagMillis", 0L));

            eventually(gateway, status -> {
                assertThat(status.get("status").asString()).isEqualTo("starting");
                assertThat(status.get("problems").toString()).isEqualTo("[\"Nothing is heard of projection.\"]");
            });

            report(gateway, "projection", "a", Map.of("lagMillis", 40L));

            eventually(gateway, status -> {
                assertThat(status.get("status").asString()).isEqualTo("ok");
                assertThat(status.get("asOf").asString()).isEqualTo("2026-11-01T12:00:00Z");
                assertThat(status.get("killmails").toString())
                        .isEqualTo("{\"accepted\":5,\"duplicates\":2,\"revalued\":1,\"refused\":4,"
                                + "\"refusedByCode\":{\"SPACE_DENIED\":4},\"quarantined\":3,"
                                + "\"quarantinedByCode\":{\"BAD_JSON\":2,\"NO_VICTIM\":1},\"cameRight\":6,\"enriched\":4,"
                                + "\"projected\":3,\"inBattles\":2}");
                assertThat(status.get("battles").toString()).isEqualTo("{\"count\":1,\"killmails\":2}");
                assertThat(status.get("lagSeconds").toString())
                        .isEqualTo("{\"ingestion\":0.25,\"enrichment\":1.5,\"clustering\":0.0,\"projection\":0.04}");
                assertThat(status.get("services")).hasSize(5);
            });

            database.killmail(4).insert();
            database.asOwner()
                    .sql("update projection_progress set handled = handled + 1")
                    .update();

            eventually(
                    gateway,
                    status -> assertThat(
                                    status.get("killmails").get("projected").asInt())
                            .isEqualTo(4));
        }
    }

    @Test
    void aDatabaseThatIsStillEmptyIsNoReasonNotToAnswer() {
        try (RunningGateway gateway = RunningGateway.on(database, "--spring.data.redis.database=8")) {
            JsonNode status = gateway.get("/api/v1/status").json();

            assertThat(status.get("status").asString()).isEqualTo("starting");
            assertThat(status.get("killmails").get("projected").isNull()).isTrue();
            assertUnavailable(gateway, "QUERY_DB_UNAVAILABLE");

            database.migrate();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(gateway.get("/api/v1/battles").status()).isEqualTo(200));
            eventually(
                    gateway,
                    later -> assertThat(later.get("killmails").get("projected").asInt())
                            .isZero());
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidSoAndTheGatewayGoesOn() throws IOException {
        try (RunningGateway gateway = RunningGateway.start(
                "jdbc:postgresql://127.0.0.1:" + closedPort() + "/query",
                closedPort(),
                "--spring.datasource.hikari.connection-timeout=300")) {
            assertUnavailable(gateway, "QUERY_DB_UNAVAILABLE");
            Answer status = gateway.get("/api/v1/status");
            assertThat(status.status()).isEqualTo(200);
            assertThat(status.json().get("status").asString()).isEqualTo("degraded");
            assertThat(status.json().get("problems")).hasSize(2);
            assertThat(status.json().get("services").isNull()).isTrue();
        }
    }

    @Test
    void withoutRedisTheDataAreServedAllTheSame() throws IOException {
        database.migrate();
        database.battle("b1").insert();
        try (RunningGateway gateway =
                RunningGateway.start(database.url(), closedPort(), "--battlescope.admin.token=t")) {
            assertThat(gateway.get("/api/v1/battles").items("battleId")).containsExactly("b1");
            Answer processors = gateway.get("/api/v1/admin/processors", "Authorization", "Bearer t");
            assertThat(processors.status()).isEqualTo(503);
            assertThat(processors.json().get("code").asString()).isEqualTo("STATUS_UNAVAILABLE");
            JsonNode status = gateway.get("/api/v1/status").json();
            assertThat(status.get("status").asString()).isEqualTo("degraded");
            assertThat(status.get("killmails").get("accepted").isNull()).isTrue();
            assertThat(status.get("killmails").get("quarantinedByCode").isNull())
                    .isTrue();
            assertThat(status.get("killmails").get("refusedByCode").isNull()).isTrue();
            assertThat(status.get("battles").get("count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        database.migrate();
        try (RunningGateway gateway = RunningGateway.on(
                database, "--spring.datasource.hikari.data-source-properties.options=-c statement_timeout=200")) {
            database.whileLocked("battle", () -> assertUnavailable(gateway, "QUERY_TIMEOUT"));

            assertThat(gateway.get("/api/v1/battles").status()).isEqualTo(200);
        }
    }

    @Test
    void aFaultOfOursSaysAnIdAndNothingMore() {
        database.migrate();
        database.killmail(1).with("attackers", "{\"not\": \"a list\"}").insert();
        try (RunningGateway gateway = RunningGateway.on(database)) {
            Answer answer = gateway.get("/api/v1/killmails/1");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().get("code").asString()).isEqualTo("INTERNAL");
            assertThat(answer.json().get("detail").asString()).isEqualTo("Something went wrong on our side.");
            assertThat(answer.json().get("traceId").asString()).matches("[0-9a-f]{32}");
            assertThat(answer.body()).doesNotContain("ackson", "Exception", "battlescope", "attackers");
        }
    }

    private static void assertUnavailable(RunningGateway gateway, String code) {
        Answer answer = gateway.get("/api/v1/battles");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception", "postgres", "127.0.0.1");
    }

    private static void eventually(RunningGateway gateway, Consumer<JsonNode> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> check.accept(gateway.get("/api/v1/status").json()));
    }

    private static void report(RunningGateway gateway, String service, String instance, Map<String, Long> counters)
            throws IOException {
        ServiceStatus status = new ServiceStatus(
                service, instance, "here", 1, Instant.now(), Instant.now(), counters, Map.of(), List.of());
        gateway.context()
                .getBean(StringRedisTemplate.class)
                .opsForValue()
                .set(status.key(), MessageJson.mapper().writeValueAsString(status), Duration.ofMinutes(1));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
