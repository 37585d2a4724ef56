package io.battlescope.simulator.server;

import static io.battlescope.simulator.server.RunningServer.DAY;
import static io.battlescope.simulator.server.RunningServer.START;
import static io.battlescope.simulator.server.RunningServer.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.simulator.feed.Timeline;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class R2z2PagesTest {

    private static final String POINTER = "/r2z2/ephemeral/sequence.json";

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RunningServer(0.2);
        server.timeline.advance(START + 7_200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePointerTrailsTheNewestNumberByAtMost51() throws Exception {
        for (int minute = 121; minute < 140; minute++) {
            server.timeline.advance(START + minute * 60L);
            long behind = server.timeline.head()
                    - server.json(POINTER).path("sequence").asLong();
            assertThat(behind).isBetween(0L, 51L);
        }
    }

    @Test
    void aNumberIsThereOnceItIsPublishedAndGoneAfterADay() throws Exception {
        long head = server.timeline.head();

        assertThat(server.get(number(head)).statusCode()).isEqualTo(200);
        assertThat(server.get(number(head + 1)).statusCode()).isEqualTo(404);
        server.timeline.advance(START + 2 * DAY + 7_200);
        assertThat(server.get(number(head)).statusCode()).isEqualTo(404);
        assertThat(server.get(number(head + 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void theFileIsAnEnvelopeWithBodyAndValues() throws Exception {
        JsonNode file = server.json(number(Timeline.FIRST_SEQUENCE));

        assertThat(file.path("hash").asText()).matches("[0-9a-f]{40}");
        assertThat(file.path("killmail_id")).isEqualTo(file.path("esi").path("killmail_id"));
        assertThat(file.path("esi").path("attackers")).isNotEmpty();
        assertThat(file.path("esi").path("victim").path("ship_type_id").isInt()).isTrue();
        assertThat(file.path("zkb").path("totalValue").isNumber()).isTrue();
        assertThat(file.path("uploaded_at").asLong()).isBetween(START, server.timeline.now());
    }

    @Test
    void whoDoesNotSayWhoHeIsIsTurnedAway() throws Exception {
        assertThat(server.get(POINTER, "User-Agent", "").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsBrokenIsTheRequestOrTheNumberThatTheFaultIsFor() throws Exception {
        String first = number(Timeline.FIRST_SEQUENCE);
        String good = server.get(first).body();
        only(Fault.HTML);
        assertThat(server.get(first))
                .matches(answer -> answer.statusCode() == 200 && answer.body().startsWith("<"));
        only(Fault.TRUNCATED);
        assertThat(server.get(first).body()).isEqualTo(good.substring(0, good.length() / 2));
        only(Fault.THROTTLED);
        assertThat(server.get(first))
                .matches(answer -> answer.statusCode() == 429
                        && answer.headers().firstValue("Retry-After").isPresent());
        only(Fault.BANNED);
        assertThat(server.get(first).statusCode()).isEqualTo(403);
        only(Fault.SERVER_ERROR);
        assertThat(server.get(first).statusCode()).isBetween(500, 599);
        only(Fault.RESET);
        assertThatThrownBy(() -> server.get(first)).isInstanceOf(IOException.class);
        only(Fault.EXPIRED);
        assertThat(server.get(first).statusCode()).isEqualTo(404);
        only(Fault.STALE_404);
        assertThat(server.get(first).statusCode()).isEqualTo(404);
        assertThat(server.get(first).statusCode()).isEqualTo(404);
        assertThat(server.get(first).body()).isEqualTo(good);
        assertThat(server.simulation.faults().struck()).containsKeys("html", "reset", "stale_404");
    }

    @Test
    void thePointerCanBeOldAndStepBack() throws Exception {
        server.timeline.advance(START + 14_400);
        long pointer = server.json(POINTER).path("sequence").asLong();
        only(Fault.STALE_POINTER);
        assertThat(server.json(POINTER).path("sequence").asLong()).isEqualTo(pointer - 52);
        only(Fault.POINTER_STEPS_BACK);
        assertThat(server.json(POINTER).path("sequence").asLong()).isEqualTo(pointer - 500);
    }

    @Test
    void anEdgeCanServeWhatANumberSaidBefore() throws Exception {
        server.timeline.advance(START + 6 * 3_600);
        long rewritten = Timeline.FIRST_SEQUENCE;
        while (server.timeline.publication(rewritten).orElseThrow().rewritten() == null) {
            rewritten++;
        }
        String now = server.get(number(rewritten)).body();
        only(Fault.STALE_BODY);
        assertThat(server.get(number(rewritten)).body()).isNotEqualTo(now);
    }

    @Test
    void brokenMailsHaveNumbersOfTheirOwnAndTheLedgerSaysWhatIsWrong() throws Exception {
        server.send("PUT", "/sim/faults", "{\"broken\": 0.2}");
        server.timeline.advance(START + 9_000);
        long broken = server.get("/sim/ledger")
                .body()
                .lines()
                .filter(line -> line.contains("\"good\":false"))
                .peek(line -> assertThat(line).contains("\"flaw\":\"").contains("\"killmail_id\":19000"))
                .count();

        assertThat(broken).isPositive();
        assertThat(server.get("/sim/ledger").body().lines().count())
                .isEqualTo(server.timeline.head() - Timeline.FIRST_SEQUENCE + 1);
    }

    @Test
    void nothingIsPublishedWhileTheClockIsStoppedAndAllOfItAfterwards() throws Exception {
        server.timeline.advance(START + 9_000);
        long head = server.timeline.head();
        server.send("PUT", "/sim/clock", "{\"stopped\": true}");
        server.timeline.advance(START + 10_000);
        assertThat(server.timeline.head()).isEqualTo(head);

        server.send("PUT", "/sim/clock", "{\"stopped\": false}");
        server.timeline.advance(START + 10_000);
        assertThat(server.timeline.head()).isGreaterThan(head);
    }

    @Test
    void historyIsMadeAtSixAndGrowsWithLateMails() throws Exception {
        server.timeline.advance(START + DAY + 6 * 3_600 - 1);
        assertThat(server.json("/r2z2/history/totals.json")).isEmpty();
        server.timeline.advance(START + DAY + 6 * 3_600);
        int first = server.json("/r2z2/history/totals.json").path("20260101").asInt();
        JsonNode index = server.json("/r2z2/history/20260101.json");
        JsonNode raw = server.json("/r2z2/history/raw/20260101.json");
        server.timeline.advance(START + 5 * DAY);

        assertThat(index).hasSize(first);
        assertThat(raw).hasSize(first);
        assertThat(raw.properties().iterator().next().getValue().has("zkb")).isFalse();
        assertThat(server.json("/r2z2/history/totals.json").path("20260101").asInt())
                .isGreaterThan(first)
                .isEqualTo(server.timeline.killsOf(START / DAY)[1]);
        only(Fault.RAW_MISSING);
        assertThat(server.get("/r2z2/history/raw/20260101.json").statusCode()).isEqualTo(404);
        only(Fault.INDEX_MISSING);
        assertThat(server.get("/r2z2/history/20260101.json").statusCode()).isEqualTo(404);
        only(Fault.RAW_TRUNCATED);
        assertThat(server.get("/r2z2/history/raw/20260101.json").body()).doesNotEndWith("}}");
    }

    private void only(Fault fault) throws IOException, InterruptedException {
        server.send("PUT", "/sim/faults", "{\"profile\": \"none\", \"" + fault.word() + "\": 1}");
    }
}
