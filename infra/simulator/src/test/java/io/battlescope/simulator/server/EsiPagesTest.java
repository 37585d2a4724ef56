package io.battlescope.simulator.server;

import static io.battlescope.simulator.server.RunningServer.DAY;
import static io.battlescope.simulator.server.RunningServer.START;
import static io.battlescope.simulator.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.simulator.feed.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ESI, and the other services that tell of a killmail after the feed did. */
class EsiPagesTest {

    private RunningServer server;
    private JsonNode mail;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(0.1);
        server.timeline.advance(START + 7_200);
        mail = server.json(RunningServer.number(Timeline.FIRST_SEQUENCE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theBodyIsGivenForTheRightHashAloneAndCostsTokens() throws Exception {
        HttpResponse<String> right = server.get(killmail(mail.path("hash").asText()));

        assertThat(json(right).path("victim")).isEqualTo(mail.path("esi").path("victim"));
        assertThat(right.headers().firstValue("X-Ratelimit-Remaining")).contains("3598");
        HttpResponse<String> wrong = server.get(killmail("0".repeat(40)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("X-Ratelimit-Remaining")).contains("3593");
        assertThat(wrong.headers().firstValue("X-ESI-Error-Limit-Remain")).isEmpty();
    }

    @Test
    void whoHasSpentAllTokensIsToldWhenToComeBack() throws Exception {
        String wrong = killmail("0".repeat(40));
        for (int i = 0; i < EsiBudget.TOKENS / 5; i++) {
            server.get(wrong);
        }
        HttpResponse<String> refused = server.get(wrong);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("900");
        server.timeline.advance(START + 7_200 + 901);
        assertThat(server.get(wrong).statusCode()).isEqualTo(422);
    }

    @Test
    void oneBadIdSpoilsABatchOfNames() throws Exception {
        long victim = mail.path("esi").path("victim").path("corporation_id").asLong();
        JsonNode names = json(server.send("POST", "/esi/universe/names/", "[" + victim + ",30000142,587,500010]"));

        assertThat(names).hasSize(4);
        assertThat(names.findValuesAsText("category"))
                .containsExactly("corporation", "solar_system", "inventory_type", "faction");
        assertThat(server.send("POST", "/esi/universe/names/", "[" + victim + ",4242424242]")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send("POST", "/esi/universe/names/", "[587,587]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tooManyErrorsCloseEveryRouteUntilTheMinuteIsOver() throws Exception {
        for (int i = 0; i < EsiBudget.ERRORS; i++) {
            assertThat(server.get("/esi/alliances/1").statusCode()).isEqualTo(404);
        }
        HttpResponse<String> limited = server.get(killmail(mail.path("hash").asText()));

        assertThat(limited.statusCode()).isEqualTo(420);
        assertThat(limited.headers().firstValue("X-ESI-Error-Limit-Remain")).contains("0");
        server.timeline.advance(server.timeline.now() + 60);
        assertThat(server.get(killmail(mail.path("hash").asText())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        long id =
                server.simulation.world().people().alliances().iterator().next().id();
        HttpResponse<String> alliance = server.get("/esi/alliances/" + id);
        String tag = alliance.headers().firstValue("ETag").orElseThrow();

        assertThat(json(alliance).path("ticker").asText()).hasSizeBetween(3, 5);
        assertThat(alliance.headers().firstValue("Expires")).isPresent();
        assertThat(server.get("/esi/alliances/" + id, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void pricesAreThereForWhatIsLost() throws Exception {
        JsonNode prices = server.json("/esi/markets/prices/");
        Set<Integer> priced = new HashSet<>();
        prices.forEach(price -> priced.add(price.path("type_id").asInt()));

        assertThat(priced)
                .contains(mail.path("esi").path("victim").path("ship_type_id").asInt());
        assertThat(server.get("/esi/markets/prices/", "X-Compatibility-Date", "soon")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void esiFailsInItsOwnWays() throws Exception {
        only(Fault.ESI_DOWN);
        assertThat(server.get("/esi/markets/prices/").statusCode()).isEqualTo(503);
        only(Fault.ESI_ERROR);
        assertThat(server.get("/esi/markets/prices/").statusCode()).isBetween(500, 504);
        only(Fault.ESI_THROTTLED);
        assertThat(server.get("/esi/markets/prices/"))
                .matches(answer -> answer.statusCode() == 429
                        && answer.headers().firstValue("Retry-After").isEmpty());
        only(Fault.ESI_NAMES_404);
        assertThat(server.send("POST", "/esi/universe/names/", "[587]").statusCode())
                .isEqualTo(404);
        only(Fault.ESI_TRUNCATED);
        assertThat(server.get("/esi/markets/prices/").body()).doesNotEndWith("]");
        only(Fault.ESI_DOWNTIME);
        assertThat(server.get("/esi/markets/prices/").statusCode()).isEqualTo(200);
        server.timeline.advance(START + 11 * 3_600 + 60);
        assertThat(server.get("/esi/markets/prices/").statusCode()).isEqualTo(503);
        only(Fault.ESI_ERROR_LIMITED);
        assertThat(server.get("/esi/markets/prices/").statusCode()).isEqualTo(420);
    }

    @Test
    void zKillboardTellsTheValueOfAKillmail() throws Exception {
        String path = "/zkb/api/killID/" + mail.path("killmail_id").asLong();

        assertThat(server.json(path + "/")
                        .path(0)
                        .path("zkb")
                        .path("totalValue")
                        .isNumber())
                .isTrue();
        assertThat(server.get(path).statusCode()).isEqualTo(302);
        assertThat(server.get(path + "/?page=1").statusCode()).isEqualTo(403);
        assertThat(server.get("/zkb/api/killID/1/").body()).isEqualTo("[]");
    }

    @Test
    void everefHasAnArchiveOfEachDay() throws Exception {
        server.timeline.advance(START + DAY + 60);
        int total =
                server.json("/everef/killmails/totals.json").path("20260101").asInt();
        byte[] archive = server.bytes("/everef/killmails/2026/killmails-2026-01-01.tar.bz2")
                .body();
        int entries = 0;
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BZip2CompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.getName()).matches("killmails/\\d+\\.json");
                entries++;
            }
        }
        assertThat(entries).isEqualTo(total).isPositive();
        assertThat(server.get("/everef/killmails/2026/killmails-2026-01-02.tar.bz2")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBattleOnDemandBeginsAtOnceAndIsInTheTruth() throws Exception {
        HttpResponse<String> asked =
                server.send("POST", "/sim/battles", "{\"kind\":\"bloodbath\",\"system\":30002157,\"kills\":300}");
        String operation = json(asked).path("operation").asText();
        server.timeline.advance(server.timeline.now() + 7_200);

        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(server.get("/sim/truth")
                        .body()
                        .lines()
                        .filter(line -> line.contains("\"operation\":\"" + operation + "\""))
                        .filter(line -> line.contains("30002157"))
                        .count())
                .isGreaterThan(250);
        assertThat(server.send("POST", "/sim/battles", "{\"kind\":\"picnic\"}").statusCode())
                .isEqualTo(400);
        assertThat(server.json("/sim/status").path("kills").asInt()).isPositive();
    }

    private String killmail(String hash) {
        return "/esi/killmails/" + mail.path("killmail_id").asLong() + "/" + hash + "/";
    }

    private void only(Fault fault) throws IOException, InterruptedException {
        server.send("PUT", "/sim/faults", "{\"profile\": \"none\", \"" + fault.word() + "\": 1}");
    }
}
