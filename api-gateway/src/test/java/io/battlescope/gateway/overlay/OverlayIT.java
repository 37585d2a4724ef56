package io.battlescope.gateway.overlay;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.topic.Topic;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayIT {

    private static final String TOKEN = "correct horse";
    private static final String OVERLAY = "/api/v1/battles/b1/overlay";
    private static final String TITLE =
            "{\"act\": {\"act\": \"setTitle\", \"title\": \"Jorund\"}, \"reason\": \"Its name\"}";
    /** Four seconds, and what a busy machine needs on top. */
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private static final Party ALLIANCE = new Party(PartyKind.ALLIANCE, 99003581);

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static OrderReader<BattleOrder> orders;

    @BeforeAll
    static void start() {
        String prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database, "--battlescope.topics.prefix=" + prefix, "--battlescope.admin.token=old secret," + TOKEN);
        orders = OrderReader.ofBattles(prefix);
    }

    @AfterAll
    static void stop() {
        orders.close();
        gateway.close();
        database.close();
    }

    @BeforeEach
    void fill() {
        database.asOwner().sql("truncate battle, act").update();
        database.battle("b1").with("version", 17).insert();
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(orders.poll(50)).isEmpty();
    }

    @Test
    void anActIsHandedOverWithTheBattlesSystemAsItsKey() {
        Instant before = Instant.now();

        Answer answer = post(TITLE, "X-Actor", "alice", "Idempotency-Key", "act-1", "If-Match", "W/\"17-0\"");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/admin/acts/act-1");
        assertThat(answer.body())
                .isEqualTo("{\"actId\":\"act-1\",\"status\":\"pending\","
                        + "\"links\":{\"act\":\"/api/v1/admin/acts/act-1\"}}");
        Sent<BattleOrder> sent = orders.next(1).getFirst();
        assertThat(sent.key()).isEqualTo("30000142");
        assertThat(sent.partition()).isEqualTo(partitionOf("30000142"));
        OverlayOrder order = (OverlayOrder) sent.order();
        assertThat(order.requestedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(order)
                .isEqualTo(new OverlayOrder(
                        "act-1",
                        "alice",
                        "Its name",
                        order.requestedAt(),
                        "b1",
                        30000142,
                        17L,
                        new OverlayAct.SetTitle("Jorund"),
                        Role.ADMIN));
    }

    @Test
    void withoutHeadersTheActHasAnIdOfItsOwnAndAnyVersionWillDo() {
        Answer answer = post(TITLE);

        OverlayOrder order = order();
        assertThat(order.actId())
                .isEqualTo(answer.json().get("actId").asString())
                .hasSize(36);
        assertThat(order.actor()).isEqualTo("admin");
        assertThat(order.expectedVersion()).isNull();
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of(
                        "{'act':'pinParty','party':{'kind':'alliance','id':99003581},'sideId':0}",
                        new OverlayAct.PinParty(ALLIANCE, 0, null)),
                Arguments.of(
                        "{'act':'pinParty','party':{'kind':'alliance','id':99003581},'withParty':{'kind':'character','id':91}}",
                        new OverlayAct.PinParty(ALLIANCE, null, new Party(PartyKind.CHARACTER, 91))),
                Arguments.of(
                        "{'act':'pinParty','party':{'kind':'alliance','id':99003581}}",
                        new OverlayAct.PinParty(ALLIANCE, null, null)),
                Arguments.of("{'act':'excludeKillmail','killmailId':5}", new OverlayAct.ExcludeKillmail(5)),
                Arguments.of("{'act':'reinstateKillmail','killmailId':5}", new OverlayAct.ReinstateKillmail(5)),
                Arguments.of(
                        "{'act':'moveKillmail','killmailId':5,'toBattleId':'b2'}",
                        new OverlayAct.MoveKillmail(5, "b2")),
                Arguments.of("{'act':'splitAt','at':'2026-11-01T13:00:00+01:00'}", new OverlayAct.SplitAt(NOON)),
                Arguments.of(
                        "{'act':'splitByParties','parties':[{'kind':'alliance','id':99003581}]}",
                        new OverlayAct.SplitByParties(List.of(ALLIANCE))),
                Arguments.of("{'act':'mergeWith','otherBattleId':'b2'}", new OverlayAct.MergeWith("b2")),
                Arguments.of("{'act':'setTitle','title':''}", new OverlayAct.SetTitle("")),
                Arguments.of("{'act':'annotate','note':'Streamed'}", new OverlayAct.Annotate("Streamed")),
                Arguments.of("{'act':'undo','undoneActId':'act-1'}", new OverlayAct.Undo("act-1")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActCanBeAskedFor(String json, OverlayAct act) {
        assertThat(post("{\"act\":" + json.replace('\'', '"') + ",\"reason\":\"Because\"}")
                        .status())
                .isEqualTo(202);

        assertThat(order().act()).isEqualTo(act);
    }

    @Test
    void deletingAnActTakesItBack() {
        Answer answer = gateway.send(
                "DELETE",
                OVERLAY + "/act-1?reason=They%20did%20not",
                "Authorization",
                "Bearer " + TOKEN,
                "X-Actor",
                "bob");

        assertThat(answer.status()).isEqualTo(202);
        OverlayOrder order = order();
        assertThat(order.act()).isEqualTo(new OverlayAct.Undo("act-1"));
        assertThat(order.reason()).isEqualTo("They did not");
        assertThat(order.actor()).isEqualTo("bob");
        assertThat(order.actId()).isNotEqualTo("act-1");
    }

    @Test
    void anActThatEmptiedABattleCanStillBeTakenBack() {
        database.asOwner().sql("update battle set loss_count = 0").update();

        assertThat(gateway.get("/api/v1/battles/b1").status()).isEqualTo(404);
        assertThat(post(TITLE).status()).isEqualTo(202);
        orders.next(1);
    }

    @Test
    void theSameActUnderTheSameKeyIsAskedForAgainButNoOther() {
        assertThat(post(TITLE, "Idempotency-Key", "twice").status()).isEqualTo(202);
        assertThat(post(TITLE, "Idempotency-Key", "twice").status()).isEqualTo(202);
        assertThat(orders.next(2)).extracting(sent -> sent.order().actId()).containsExactly("twice", "twice");

        Answer other = post(TITLE.replace("Its name", "Another reason"), "Idempotency-Key", "twice");

        assertProblem(other, 409, "ACT_ID_TAKEN");
        assertThat(other.json().get("detail").asString()).contains("overlay.setTitle of b1 by admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reason':'x'} | act | is missing",
                "{'act':{'act':'setTitle','title':'x'}} | reason | is missing",
                "{'act':{'act':'setTitle','title':'x'},'reason':'  '} | reason | has to have 1 to 2000 characters",
                "{'act':{'act':'setTitle'},'reason':'x'} | act.title | is missing",
                "{'act':{'act':'rename','title':'x'},'reason':'x'} | act | is of a kind that is not known here: rename",
                "{'act':{'title':'x'},'reason':'x'} | act | does not say which kind it is",
                "{'act':{'act':'setTitle','title':'x','color':'red'},'reason':'x'} | act.color | is not known here",
                "{'act':{'act':'setTitle','title':'x'},'reason':'x','why':'x'} | why | is not known here",
                "{'act':{'act':'setTitle','title':7},'reason':'x'} | act.title | is missing, or is not what it should be",
                "{'act':{'act':'annotate','note':''},'reason':'x'} | act.note | has to have 1 to 2000 characters",
                "{'act':{'act':'excludeKillmail'},'reason':'x'} | act.killmailId | is missing, or is not what it should be",
                "{'act':{'act':'excludeKillmail','killmailId':'5'},'reason':'x'} | act.killmailId | is missing, or is not what it should be",
                "{'act':{'act':'excludeKillmail','killmailId':5.5},'reason':'x'} | act.killmailId | is missing, or is not what it should be",
                "{'act':{'act':'moveKillmail','killmailId':5,'toBattleId':'b 2'},'reason':'x'} | act.toBattleId | is no id: 1 to 100 of A-Z a-z 0-9 _ . : -",
                "{'act':{'act':'splitAt','at':'noon'},'reason':'x'} | act.at | is not a time such as 2026-11-23T18:00:00Z",
                "{'act':{'act':'splitAt','at':1700000000},'reason':'x'} | act.at | is not a time such as 2026-11-23T18:00:00Z",
                "{'act':{'act':'splitAt'},'reason':'x'} | act.at | is missing",
                "{'act':{'act':'splitByParties','parties':[]},'reason':'x'} | act.parties | has to have 1 to 1000 parties",
                "{'act':{'act':'splitByParties'},'reason':'x'} | act | is missing, or is not what it should be",
                "{'act':{'act':'pinParty','party':{'kind':'fleet','id':1}},'reason':'x'} | act.party.kind | is missing, or is not what it should be",
                "{'act':{'act':'pinParty','party':{'kind':'alliance'}},'reason':'x'} | act.party.id | is missing, or is not what it should be",
                "{'act':{'act':'pinParty','party':{'kind':'alliance','id':0}},'reason':'x'} | act.party | has to be a party such as {\"kind\": \"alliance\", \"id\": 99003581}",
                "{'act':{'act':'excludeKillmail','killmailId':0},'reason':'x'} | act.killmailId | has to be the id of a killmail",
                "{'act':{'act':'pinParty','party':{'kind':'alliance','id':1},'sideId':-1},'reason':'x'} | act.sideId | must be greater than or equal to 0",
                "{'act':{'act':'pinParty','party':{'kind':'alliance','id':1},'sideId':1,'withParty':{'kind':'alliance','id':2}},'reason':'x'} | act.withParty | names a side that sideId names already; give one of them",
            })
    void whatIsWrongWithTheBodyIsNamed(String body, String field, String reason) {
        Answer answer = post(body.replace('\'', '"'));

        assertProblem(answer, 400, "PARAMETER_INVALID");
        assertThat(answer.json().get("fieldErrors")).hasSize(1);
        assertThat(answer.json().get("fieldErrors").get(0).get("field").asString())
                .isEqualTo(field);
        assertThat(answer.json().get("fieldErrors").get(0).get("reason").asString())
                .isEqualTo(reason);
        assertThat(answer.body()).doesNotContain("battlescope.api", "jackson", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"act\": {}} more", "{\"reason\": \"x\", \"reason\": \"y\"}"})
    void aBodyThatIsNoObjectOfJsonIsRefused(String body) {
        Answer answer = post(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isIn("REQUEST_INVALID", "PARAMETER_INVALID");
    }

    @Test
    void aTooLongBodyAndATooLongReasonAreRefused() {
        assertProblem(post(TITLE.replace("Its name", "x".repeat(300_000))), 400, "REQUEST_INVALID");
        assertProblem(post(TITLE.replace("Its name", "x".repeat(2_001))), 400, "PARAMETER_INVALID");
        assertThat(post(TITLE.replace("Its name", "x".repeat(2_000))).status()).isEqualTo(202);
        orders.next(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If-Match | 17",
                "If-Match | W/17",
                "If-Match | \"seventeen\"",
                "X-Actor | ",
                "Idempotency-Key | a b",
                "Idempotency-Key | ../../x",
            })
    void headersThatCannotBeReadAreNamed(String header, String value) {
        Answer answer = post(TITLE, header, value == null ? "" : value);

        assertProblem(answer, 400, "PARAMETER_INVALID");
        assertThat(answer.json().get("fieldErrors").get(0).get("field").asString())
                .isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"17\" | 17", "W/\"17-0\" | 17", "\"17-gzip\" | 17", "* | "})
    void theVersionIsTakenFromTheTag(String tag, Long version) {
        post(TITLE, "If-Match", tag);

        assertThat(order().expectedVersion()).isEqualTo(version);
    }

    @Test
    void aBattleThatIsNotThereIsNotFoundAndAMergedOneNamesItsSurvivor() {
        database.battle("b2").with("merged_into", "b3").insert();
        database.battle("b3").with("merged_into", "b1").insert();

        assertProblem(postTo("/api/v1/battles/nobody/overlay", TITLE), 404, "BATTLE_NOT_FOUND");
        assertProblem(postTo("/api/v1/battles/a%20b/overlay", TITLE), 404, "BATTLE_NOT_FOUND");
        Answer merged = postTo("/api/v1/battles/b2/overlay", TITLE);

        assertProblem(merged, 409, "BATTLE_MERGED");
        assertThat(merged.json().get("detail").asString()).contains("went into battle b1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer wrong",
                "Basic Y29ycmVjdCBob3JzZQ==",
                "Bearer correct hors",
                "correct horse"
            })
    void withoutTheTokenNobodyGetsPast(String authorization) {
        Answer answer = authorization.isEmpty()
                ? gateway.post(OVERLAY, TITLE)
                : gateway.post(OVERLAY, TITLE, "Authorization", authorization);

        assertProblem(answer, 401, "UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(gateway.send("DELETE", OVERLAY + "/a?reason=x").status()).isEqualTo(401);
    }

    @Test
    void anyOfSeveralTokensOpens() {
        assertThat(gateway.post(OVERLAY, TITLE, "Authorization", "bearer old secret")
                        .status())
                .isEqualTo(202);
        orders.next(1);
    }

    @Test
    void readingABattleNeedsNoToken() {
        assertThat(gateway.get("/api/v1/battles/b1").status()).isEqualTo(200);
    }

    @Test
    void onlyJsonIsTaken() {
        Answer answer = gateway.send("POST", OVERLAY, "Content-Type", "text/plain", "Authorization", "Bearer " + TOKEN);

        assertProblem(answer, 415, "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void whereNoTokenIsConfiguredNobodyMayAndItIsSaidHowToOpen() {
        try (RunningGateway closed = RunningGateway.on(database)) {
            Answer answer = closed.post(OVERLAY, TITLE, "Authorization", "Bearer ");

            assertProblem(answer, 403, "ADMIN_CLOSED");
            assertThat(answer.json().get("detail").asString()).contains("BATTLESCOPE_ADMIN_TOKEN");
            assertProblem(closed.get("/api/v1/admin/acts"), 403, "ADMIN_CLOSED");
            assertThat(closed.get("/api/v1/battles/b1").status()).isEqualTo(200);
        }
    }

    @Test
    void whileKafkaIsAwayItIsSaidSoSoonAndHowToAskAgain() throws IOException {
        try (RunningGateway alone = RunningGateway.on(
                database,
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + closedPort(),
                "--battlescope.admin.token=" + TOKEN)) {
            for (String path : List.of(OVERLAY, "/api/v1/admin/recluster")) {
                String body = path.equals(OVERLAY) ? TITLE : "{\"dryRun\": true, \"reason\": \"x\"}";
                long start = System.nanoTime();

                Answer answer = alone.post(path, body, "Authorization", "Bearer " + TOKEN, "Idempotency-Key", "act-7");

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WITHIN);
                assertProblem(answer, 503, "BROKER_UNAVAILABLE");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
                assertThat(answer.json().get("detail").asString()).contains("Idempotency-Key: act-7");
                assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception");
            }
            assertThat(alone.get("/api/v1/admin/acts/act-7", "Authorization", "Bearer " + TOKEN)
                            .status())
                    .isEqualTo(404);
            assertThat(alone.get("/api/v1/battles/b1").status()).isEqualTo(200);
        }
    }

    private static Answer post(String body, String... headers) {
        return postTo(OVERLAY, body, headers);
    }

    private static Answer postTo(String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Authorization", "Bearer " + TOKEN), Stream.of(headers))
                .toArray(String[]::new);
        return gateway.post(path, body, all);
    }

    private static OverlayOrder order() {
        List<Sent<BattleOrder>> sent = orders.next(1);
        assertThat(sent).hasSize(1);
        return (OverlayOrder) sent.getFirst().order();
    }

    /** Where every other producer of the system puts what concerns this solar system. */
    private static int partitionOf(String key) {
        return BuiltInPartitioner.partitionForKey(
                key.getBytes(StandardCharsets.UTF_8), Topic.BATTLE_COMMANDS.partitions());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }
}
