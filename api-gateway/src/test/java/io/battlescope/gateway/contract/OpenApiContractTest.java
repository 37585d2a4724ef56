package io.battlescope.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.gateway.fixture.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The committed contract is what the code says; run with {@code -Dopenapi.update=true} to write it anew, and read the
 * difference before committing it.
 */
class OpenApiContractTest {

    private static final Path COMMITTED = Path.of("src/main/resources/static/openapi.json");
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        // neither database nor Redis is asked for the contract, and the gateway starts without them
        gateway = RunningGateway.start(
                "jdbc:postgresql://127.0.0.1:1/none",
                1,
                "--springdoc.api-docs.enabled=true",
                "--springdoc.default-flat-param-object=true",
                "--springdoc.override-with-generic-response=false",
                "--springdoc.writer-with-default-pretty-printer=true",
                "--springdoc.writer-with-order-by-keys=true");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theCommittedContractIsTheGeneratedOne() throws IOException {
        String generated = gateway.get("/v3/api-docs").body() + "\n";
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyResourceDocumentsItsProblems() {
        JsonNode paths = gateway.get("/v3/api-docs").json().get("paths");

        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/battles",
                        "/api/v1/battles/{battleId}",
                        "/api/v1/battles/{battleId}/composition",
                        "/api/v1/battles/{battleId}/history",
                        "/api/v1/battles/{battleId}/killmails",
                        "/api/v1/battles/{battleId}/overlay",
                        "/api/v1/battles/{battleId}/overlay/{actId}",
                        "/api/v1/battles/{battleId}/participants",
                        "/api/v1/battles/{battleId}/timeline",
                        "/api/v1/killmails/recent",
                        "/api/v1/killmails/{killmailId}",
                        "/api/v1/admin/quarantine",
                        "/api/v1/admin/quarantine/release",
                        "/api/v1/admin/feeds/gaps",
                        "/api/v1/admin/backfills",
                        "/api/v1/admin/backfills/{jobId}",
                        "/api/v1/admin/backfills/{jobId}/pause",
                        "/api/v1/admin/backfills/{jobId}/resume",
                        "/api/v1/admin/backfills/{jobId}/cancel",
                        "/api/v1/admin/completeness/compare",
                        "/api/v1/admin/rulesets",
                        "/api/v1/admin/rulesets/current",
                        "/api/v1/admin/rulesets/preview",
                        "/api/v1/admin/processors",
                        "/api/v1/admin/processors/stream",
                        "/api/v1/admin/processors/{name}",
                        "/api/v1/admin/processors/{name}/pause",
                        "/api/v1/admin/processors/{name}/resume",
                        "/api/v1/admin/processors/{name}/reset",
                        "/api/v1/admin/processors/{name}/segments/{segment}/split",
                        "/api/v1/admin/processors/{name}/segments/{segment}/merge",
                        "/api/v1/admin/processors/{name}/segments/{segment}/release",
                        "/api/v1/admin/rebuilds",
                        "/api/v1/admin/rebuilds/{rebuildId}",
                        "/api/v1/admin/rebuilds/{rebuildId}/switch",
                        "/api/v1/admin/rebuilds/{rebuildId}/rollback",
                        "/api/v1/admin/rebuilds/{rebuildId}/finish",
                        "/api/v1/admin/rebuilds/{rebuildId}/cancel",
                        "/api/v1/admin/rebuilds/{rebuildId}/verify",
                        "/api/v1/admin/republish",
                        "/api/v1/admin/dead-letters",
                        "/api/v1/admin/dead-letters/evict",
                        "/api/v1/admin/dead-letters/retry",
                        "/api/v1/admin/dead-letters/{processor}/{sequence}",
                        "/api/v1/admin/recluster",
                        "/api/v1/admin/acts",
                        "/api/v1/admin/acts/{actId}",
                        "/api/v1/admin/audit",
                        "/api/v1/admin/keys",
                        "/api/v1/admin/keys/{keyId}",
                        "/api/v1/status",
                        "/api/v1/status/completeness");
        paths.propertyStream()
                .filter(path -> !path.getKey().endsWith("/status"))
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> assertThat(
                                path.getValue().get("get").get("responses").propertyNames())
                        .as(path.getKey())
                        .contains("200", "400", "503"));
    }

    @Test
    void everythingThatChangesSomethingSaysWhoMayAndWhatCanGoWrong() {
        JsonNode paths = gateway.get("/v3/api-docs").json().get("paths");
        List<JsonNode> writes = paths.propertyStream()
                // keys are no acts: they are made and revoked at once
                .filter(path -> !path.getKey().startsWith("/api/v1/admin/keys"))
                .map(Map.Entry::getValue)
                .flatMap(path -> Stream.of("post", "put", "patch", "delete").map(path::get))
                .filter(Objects::nonNull)
                .toList();

        assertThat(writes).hasSize(26).allSatisfy(write -> {
            assertThat(write.get("responses").propertyNames())
                    .contains("200", "202", "400", "401", "403", "409", "429", "503");
            assertThat(write.get("security").toString()).contains("adminToken");
            assertThat(write.get("parameters")
                            .valueStream()
                            .map(parameter -> parameter.get("name").asString()))
                    .contains("Idempotency-Key", "X-Actor");
        });
    }
}
