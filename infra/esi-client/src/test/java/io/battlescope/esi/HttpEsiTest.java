package io.battlescope.esi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEsiTest {

    private static final String PATH = "/alliances/99003581";
    private static final String JSON = "{\"name\":\"Fraternity.\"}";

    private final EsiStub stub = new EsiStub();
    private final HandClock clock = new HandClock("2026-08-20T15:00:00Z");
    private final Journal journal = new Journal();
    private final Breakers breakers = new Breakers();
    private final HttpEsi esi = esi(stub.address());

    @AfterEach
    void stop() {
        esi.close();
        stub.close();
    }

    @Test
    void a_question_is_named_dated_and_tells_what_is_at_hand() throws Exception {
        stub.answers(200, Map.of("ETag", "\"b\"", "Expires", "Thu, 20 Aug 2026 16:00:00 GMT"), JSON);

        EsiAnswer answer = esi.get(PATH, "\"a\"");

        assertThat(answer).isInstanceOfSatisfying(EsiAnswer.Found.class, found -> {
            assertThat(found.body()).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
            assertThat(found.etag()).isEqualTo("\"b\"");
            assertThat(found.expires()).isEqualTo(Instant.parse("2026-08-20T16:00:00Z"));
        });
        EsiStub.Request request = stub.requests().getFirst();
        assertThat(request.path()).isEqualTo(PATH);
        assertThat(request.header("User-Agent")).isEqualTo("BattleScope/test (somebody@example.org)");
        assertThat(request.header("X-Compatibility-Date")).isEqualTo("2026-08-18");
        assertThat(request.header("If-None-Match")).isEqualTo("\"a\"");
        assertThat(request.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void what_still_holds_is_told_so() throws Exception {
        stub.answers(304, Map.of("Expires", "no date"), "");

        assertThat(esi.get(PATH, "\"a\"")).isEqualTo(new EsiAnswer.NotModified(null));
    }

    @Test
    void a_body_is_posted_as_json() throws Exception {
        stub.answers(200, "[]");

        esi.post("/universe/names", "[1,2]".getBytes(StandardCharsets.UTF_8));

        EsiStub.Request request = stub.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.body()).isEqualTo("[1,2]");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void a_refusal_is_an_answer_and_asked_once(int status) throws Exception {
        stub.answers(status, "{\"error\":\"Ensure all IDs are valid before resolving.\"}");

        assertThat(esi.get(PATH, null))
                .isEqualTo(new EsiAnswer.Refused(status, "{\"error\":\"Ensure all IDs are valid before resolving.\"}"));
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error\":\"oops\"}",
                "502 | <html>Bad Gateway</html>",
                "504 | {\"error\":\"Timeout contacting tranquility\"}",
                "520 | {}",
                "403 | {\"error\":\"Forbidden\"}",
                "200 | <html>Just a moment</html>",
                "200 | {\"name\":\"Frater",
                "200 | [1,2] 3",
                "404 | <html>Not here</html>"
            })
    void no_answer_is_asked_for_once_more(int status, String body) throws Exception {
        stub.answers(status, body).answers(200, JSON);

        assertThat(esi.get(PATH, null)).isInstanceOf(EsiAnswer.Found.class);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void nothing_at_all_with_status_200_is_no_answer() {
        stub.answers(200, "");

        assertThat(refusal().state()).isEqualTo("unreachable");
    }

    @Test
    void a_host_that_is_not_there_is_unreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (HttpEsi nobody = esi(URI.create("http://127.0.0.1:" + free))) {
            EsiUnavailableException e =
                    catchThrowableOfType(EsiUnavailableException.class, () -> nobody.get(PATH, null));

            assertThat(e.state()).isEqualTo("unreachable");
            assertThat(e.retryIn()).isPositive();
        }
    }

    @Test
    void trouble_opens_the_circuit_of_its_route_alone() throws Exception {
        stub.answers(503, "{}");
        while (!refusal().state().equals("circuit-open")) {
            assertThat(stub.requests()).hasSizeLessThan(20);
        }
        int asked = stub.requests().size();

        assertThat(refusal().state()).isEqualTo("circuit-open");
        assertThat(stub.requests()).hasSize(asked);
        stub.forgets().answers(200, "[]");
        assertThat(esi.get("/markets/prices", null)).isInstanceOf(EsiAnswer.Found.class);
        assertThat(journal.notes()).containsEntry("esi", "/alliances/{}: circuit-open");
    }

    @Test
    void a_half_open_circuit_closes_when_its_probes_are_answered() throws Exception {
        breakers.of(Route.of(PATH)).transitionToOpenState();
        breakers.of(Route.of(PATH)).transitionToHalfOpenState();
        stub.answers(200, JSON);

        esi.get(PATH, null);
        esi.get(PATH, null);

        assertThat(breakers.of(Route.of(PATH)).getState().name()).isEqualTo("CLOSED");
    }

    @Test
    void refusals_never_open_a_circuit() throws Exception {
        stub.answers(404, Map.of("X-Ratelimit-Group", "alliance", "X-Ratelimit-Limit", "9000/15m"), "{}");

        for (int i = 0; i < 12; i++) {
            assertThat(esi.get(PATH, null)).isInstanceOf(EsiAnswer.Refused.class);
        }

        assertThat(journal.counters()).containsEntry("esiRefused", 12L);
    }

    @Test
    void a_420_stops_all_routes_until_its_reset() throws Exception {
        stub.answers(420, Map.of("X-ESI-Error-Limit-Remain", "0", "X-ESI-Error-Limit-Reset", "17"), "{}");
        assertThat(refusal().state()).isEqualTo("throttled");

        EsiUnavailableException other =
                catchThrowableOfType(EsiUnavailableException.class, () -> esi.get("/markets/prices", null));
        assertThat(other.state()).isEqualTo("throttled");
        assertThat(other.retryIn()).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(30));
        assertThat(stub.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(19));
        stub.forgets().answers(200, "[]");
        assertThat(esi.get("/markets/prices", null)).isInstanceOf(EsiAnswer.Found.class);
    }

    @Test
    void a_429_stops_its_group_alone_and_may_come_without_headers() throws Exception {
        stub.answers(429, "{}").answers(200, "[]");

        assertThat(refusal().state()).isEqualTo("throttled");
        assertThat(refusal().retryIn()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(esi.get("/markets/prices", null)).isInstanceOf(EsiAnswer.Found.class);
    }

    @Test
    void errors_are_spared_before_the_limit_is_reached() {
        stub.answers(404, Map.of("X-ESI-Error-Limit-Remain", "20", "X-ESI-Error-Limit-Reset", "40"), "{}");
        assertThat(refusal()).isNull();

        assertThat(refusal().state()).isEqualTo("out-of-budget");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void errors_without_headers_are_counted_by_ourselves() throws Exception {
        stub.answers(404, "{}");
        for (int i = 0; i < 80; i++) {
            esi.get(PATH, null);
        }

        assertThat(refusal().state()).isEqualTo("out-of-budget");
        clock.advance(Duration.ofSeconds(61));
        assertThat(esi.get(PATH, null)).isInstanceOf(EsiAnswer.Refused.class);
    }

    @Test
    void tokens_come_back_when_the_window_has_passed() throws Exception {
        stub.answers(
                200,
                Map.of("X-Ratelimit-Group", "alliance", "X-Ratelimit-Limit", "20/15m", "X-Ratelimit-Remaining", "10"),
                JSON);
        esi.get(PATH, null);

        EsiUnavailableException e = refusal();

        assertThat(e.state()).isEqualTo("out-of-budget");
        assertThat(e.retryIn()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(20));
        assertThat(esi.canAfford(PATH, 1)).isFalse();
        assertThat(esi.canAfford("/markets/prices", 1)).isTrue();
        assertThat(journal.counters()).containsEntry("esiTokensLeft.alliance", 10L);
        clock.advance(Duration.ofMinutes(16));
        assertThat(esi.get(PATH, null)).isInstanceOf(EsiAnswer.Found.class);
    }

    @Test
    void a_hash_in_capitals_is_of_the_same_route() {
        assertThat(Route.of("/killmails/1/" + "A".repeat(40))).isEqualTo(Route.of("/killmails/{}/{}"));
    }

    @Test
    void downtime_is_waited_out_without_a_word_to_the_breaker() throws Exception {
        clock.advance(Duration.ofHours(20).plusMinutes(3));
        stub.answers(502, "{}");
        for (int i = 0; i < 8; i++) {
            assertThat(refusal().state()).isEqualTo("downtime");
            assertThat(refusal().state()).isEqualTo("downtime");
            clock.advance(Duration.ofSeconds(76));
        }
        assertThat(stub.requests()).as("one a minute").hasSize(8);

        stub.forgets().answers(200, JSON);
        assertThat(esi.get(PATH, null)).isInstanceOf(EsiAnswer.Found.class);
        assertThat(journal.notes()).containsEntry("esi", "answers");
    }

    private EsiUnavailableException refusal() {
        return catchThrowableOfType(EsiUnavailableException.class, () -> esi.get(PATH, null));
    }

    private HttpEsi esi(URI address) {
        return new HttpEsi(
                new EsiSettings(
                        address,
                        "BattleScope/test (somebody@example.org)",
                        Duration.ofSeconds(10),
                        Duration.ofMillis(2),
                        Duration.ofMillis(50)),
                new LocalLimits(clock),
                breakers,
                new Downtime(clock),
                journal);
    }
}
