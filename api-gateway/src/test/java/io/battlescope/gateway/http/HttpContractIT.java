package io.battlescope.gateway.http;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.view.fixture.QueryDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HttpContractIT {

    private static QueryDatabase database;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(database, "--battlescope.gateway.allowed-origins=https://board.example");
        database.progress("killmail", NOON).insert();
        IntStream.rangeClosed(1, 30).forEach(i -> database.battle("b" + i).insert());
        database.killmail(1).insert();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/battles?sytemId=1 | PARAMETER_UNKNOWN | sytemId | is not known here",
                "/api/v1/battles/b1?at=1 | PARAMETER_UNKNOWN | at | is not known here",
                "/api/v1/battles/b1?asOf=1 | PARAMETER_INVALID | asOf | is not a time such as 2026-11-23T18:00:00Z",
                "/api/v1/battles/b1?asOf=2999-01-01T00:00:00Z | PARAMETER_INVALID | asOf | is in the future",
                "/api/v1/battles/b1/timeline?limit=1 | PARAMETER_UNKNOWN | limit | is not known here",
                "/api/v1/status?verbose=1 | PARAMETER_UNKNOWN | verbose | is not known here",
                "/api/v1/killmails/1?x=1 | PARAMETER_UNKNOWN | x | is not known here",
                "/api/v1/battles?_systemId=1 | PARAMETER_UNKNOWN | _systemId | is not known here",
                "/api/v1/battles?systemId%5B0%5D=1 | PARAMETER_UNKNOWN | systemId[0] | is not known here",
                "/api/v1/battles?limit=0 | PARAMETER_INVALID | limit | must be greater than or equal to 1",
                "/api/v1/battles?limit=101 | PARAMETER_INVALID | limit | must be less than or equal to 100",
                "/api/v1/battles?limit=ten | PARAMETER_INVALID | limit | is not a whole number",
                "/api/v1/battles?limit=0x10 | PARAMETER_INVALID | limit | is not a whole number",
                "/api/v1/battles?limit=99999999999 | PARAMETER_INVALID | limit | is too large a number",
                "/api/v1/battles?allianceId=99999999999999999999 | PARAMETER_INVALID | allianceId | is too large a number",
                "/api/v1/battles?limit= | PARAMETER_INVALID | limit | is empty",
                "/api/v1/battles?limit=1&limit=2 | PARAMETER_INVALID | limit | is given 2 times; several values, where possible, are separated by commas",
                "/api/v1/battles?systemId=1&systemId=2 | PARAMETER_INVALID | systemId | is given 2 times; several values, where possible, are separated by commas",
                "/api/v1/battles?systemId=-1 | PARAMETER_INVALID | systemId | must be greater than 0",
                "/api/v1/battles?systemId=1,,2 | PARAMETER_INVALID | systemId | has an empty value",
                "/api/v1/battles?minIsk=1e9 | PARAMETER_INVALID | minIsk | is not a number of ISK such as 1000000000 or 0.50",
                "/api/v1/battles?minKills=-1 | PARAMETER_INVALID | minKills | must be greater than or equal to 0",
                "/api/v1/battles?security=medium | PARAMETER_INVALID | security | is none of high, highsec, low, lowsec, null, nullsec",
                "/api/v1/battles?status=over | PARAMETER_INVALID | status | is none of ended, ongoing",
                "/api/v1/battles?sort=name | PARAMETER_INVALID | sort | is none of -endTime, -isk, -kills, -pilots, -startTime, startTime",
                "/api/v1/battles?startedAfter=yesterday | PARAMETER_INVALID | startedAfter | is not a time such as 2026-11-23T18:00:00Z",
                "/api/v1/battles?startedAfter=%2B99999-01-01T00:00:00Z | PARAMETER_INVALID | startedAfter | is a time out of range",
                "/api/v1/killmails/0x10 | PARAMETER_INVALID | killmailId | is not a whole number",
                "/api/v1/killmails/abc | PARAMETER_INVALID | killmailId | is not a whole number",
                "/api/v1/killmails/recent?since=0 | PARAMETER_INVALID | since | is not a time such as 2026-11-23T18:00:00Z",
                "/api/v1/battles?cursor=%00 | CURSOR_INVALID | cursor | It cannot be read.",
                "/api/v1/battles?cursor=x | CURSOR_INVALID | cursor | It cannot be read.",
            })
    void aParameterThatCannotBeReadIsNamedWithTheReason(String path, String code, String field, String reason) {
        Answer answer = gateway.get(path.strip());

        assertProblem(answer, 400, code.strip());
        assertThat(answer.json().get("fieldErrors").toString())
                .isEqualTo("[{\"field\":\"" + field.strip() + "\",\"reason\":\"" + reason.strip() + "\"}]");
    }

    @Test
    void everythingUnreadableIsNamedAtOnce() {
        Answer answer = gateway.get("/api/v1/battles?limit=x&sort=x&systemId=a");

        assertThat(answer.json()
                        .get("fieldErrors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("limit", "sort", "systemId");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, NOT_FOUND",
        "GET, /nothing, 404, NOT_FOUND",
        "POST, /api/v1/nothing, 404, NOT_FOUND",
        "GET, /api/v1/killmails/404, 404, KILLMAIL_NOT_FOUND",
        "GET, /api/v1/battles/nobody, 404, BATTLE_NOT_FOUND",
        "POST, /api/v1/battles, 405, METHOD_NOT_ALLOWED",
        "DELETE, /api/v1/battles/b1, 405, METHOD_NOT_ALLOWED",
    })
    void whatIsNotThereIsAProblem(String method, String path, int status, String code) {
        Answer answer = gateway.send(method, path);

        assertProblem(answer, status, code);
        assertThat(answer.json().get("instance").asString()).isEqualTo(path);
        assertThat(answer.fields()).startsWith("type", "title", "status", "code", "detail", "instance", "traceId");
        assertThat(gateway.get(answer.json().get("type").asString()).body()).contains("id=\"" + code + "\"");
        if (status == 405) {
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @Test
    void onlyJsonIsToBeHad() {
        assertProblem(gateway.get("/api/v1/battles", "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        assertThat(gateway.get("/api/v1/battles", "Accept", "text/html, */*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/battles?x={ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("\"code\":\"REQUEST_INVALID\"");
        }
    }

    @Test
    void theCallersTraceIsTheProblemsTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Answer answer = gateway.get("/api/v1/nothing", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(answer.json().get("traceId").asString()).isEqualTo(trace);
        assertThat(gateway.get("/api/v1/nothing").json().get("traceId").asString())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void everyAnswerSaysWhatTimeItsDataAreOf() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            for (String path : List.of(
                    "/api/v1/battles", "/api/v1/battles/b1", "/api/v1/killmails/recent", "/api/v1/battles/nobody")) {
                assertThat(gateway.get(path).header("X-Data-As-Of")).isEqualTo("2026-11-01T12:00:00Z");
            }
        });
        assertThat(gateway.get("/api/v1/battles").header("Cache-Control")).isEqualTo("max-age=1");
        assertThat(gateway.get("/api/v1/battles/nobody").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void anUnchangedKillmailIsNotSentAgain() {
        String tag = gateway.get("/api/v1/killmails/1").header("ETag");

        assertThat(gateway.get("/api/v1/killmails/1", "If-None-Match", tag).status())
                .isEqualTo(304);

        database.asOwner()
                .sql("update killmail set projected_at = clock_timestamp() where killmail_id = 1")
                .update();
        Answer changed = gateway.get("/api/v1/killmails/1", "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);

        database.named(91, "Jay Amazingness", null).insert();
        assertThat(gateway.get("/api/v1/killmails/1", "If-None-Match", changed.header("ETag"))
                        .body())
                .contains("\"characterName\":\"Jay Amazingness\"");
    }

    @Test
    void browsersOfListedOriginsMayRead() {
        Answer listed = gateway.get("/api/v1/battles", "Origin", "https://board.example");
        Answer other = gateway.get("/api/v1/battles", "Origin", "https://elsewhere.example");

        assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo("https://board.example");
        assertThat(listed.header("Access-Control-Expose-Headers")).contains("ETag", "X-Data-As-Of");
        assertThat(other.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void largeAnswersAreCompressed() {
        assertThat(gateway.get("/api/v1/battles", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void theContractAndItsPagesAreServed() {
        assertThat(gateway.get("/openapi.json").json().get("openapi").asString())
                .startsWith("3.");
        assertThat(gateway.get("/api/v1/openapi.json").body())
                .isEqualTo(gateway.get("/openapi.json").body());
        assertThat(gateway.get("/docs").header("Location")).endsWith("/docs/index.html");
        assertThat(gateway.get("/docs/index.html").body()).contains("/webjars/swagger-ui/swagger-ui-bundle.js");
        assertThat(gateway.get("/webjars/swagger-ui/swagger-ui-bundle.js").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeIsExplained(ProblemCode code) {
        assertThat(gateway.get("/docs/problems.html").body())
                .contains("id=\"" + code + "\"", code.status().value() + " " + code);
    }

    @Test
    void everyCodeOfARefusedActIsExplained() {
        String page = gateway.get("/docs/problems.html").body();

        assertThat(Stream.of(ProcessorRefusal.values(), BattleRefusal.values(), FeedRefusal.values())
                        .flatMap(Stream::of))
                .allSatisfy(code -> assertThat(page).contains("id=\"" + code + "\""));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("io.battlescope", "org.springframework", "Exception");
    }
}
