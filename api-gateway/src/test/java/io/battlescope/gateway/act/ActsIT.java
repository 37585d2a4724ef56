package io.battlescope.gateway.act;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.topic.Topic;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ActsIT {

    private static final String TOKEN = "correct horse";
    private static final String RECLUSTER = "/api/v1/admin/recluster";
    private static final String ACTS = "/api/v1/admin/acts";

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static OrderReader<BattleOrder> orders;

    @BeforeAll
    static void start() {
        String prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database, "--battlescope.topics.prefix=" + prefix, "--battlescope.admin.token=" + TOKEN);
        orders = OrderReader.ofBattles(prefix);
    }

    @AfterAll
    static void stop() {
        orders.close();
        gateway.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner().sql("truncate act").update();
    }

    @Test
    void everythingIsClusteredAnewByOneOrderToEachPartition() {
        Answer answer = post("{\"dryRun\": false, \"reason\": \"New gap\"}", "Idempotency-Key", "all");

        assertThat(answer.status()).isEqualTo(202);
        int partitions = Topic.BATTLE_COMMANDS.partitions();
        List<Sent<BattleOrder>> sent = orders.next(partitions);
        assertThat(sent).hasSize(partitions).allSatisfy(one -> {
            ReclusterOrder order = (ReclusterOrder) one.order();
            assertThat(order.part()).isEqualTo(one.partition());
            assertThat(order)
                    .isEqualTo(new ReclusterOrder(
                            "all",
                            "admin",
                            "New gap",
                            order.requestedAt(),
                            null,
                            null,
                            null,
                            false,
                            one.partition(),
                            partitions,
                            Role.ADMIN));
        });
        assertThat(sent)
                .extracting(Sent::partition)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, partitions).boxed().toList());
        JsonNode act = get(ACTS + "/all").json();
        assertThat(act.get("parts").asInt()).isEqualTo(partitions);
        assertThat(act.get("target").asString()).isEqualTo("everything");
    }

    @Test
    void oneSystemIsAnOrderUnderItsKey() {
        post("""
                {"systemId": 30001155, "from": "2026-11-01T12:00:00Z", "to": "2026-11-01T13:00:00Z", "dryRun": true,
                 "reason": "New gap"}""", "X-Actor", "alice");

        List<Sent<BattleOrder>> sent = orders.next(1);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().key()).isEqualTo("30001155");
        ReclusterOrder order = (ReclusterOrder) sent.getFirst().order();
        assertThat(order)
                .isEqualTo(new ReclusterOrder(
                        order.actId(),
                        "alice",
                        "New gap",
                        order.requestedAt(),
                        30001155,
                        NOON,
                        NOON.plusSeconds(3_600),
                        true,
                        0,
                        1,
                        Role.ADMIN));
        JsonNode act = get(ACTS + "/" + order.actId()).json();
        assertThat(act.get("what").asString()).isEqualTo("recluster.dryRun");
        assertThat(act.get("target").asString()).isEqualTo("system 30001155");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reason':'x'} | dryRun",
                "{'dryRun':'yes','reason':'x'} | dryRun",
                "{'dryRun':1,'reason':'x'} | dryRun",
                "{'dryRun':true} | reason",
                "{'dryRun':true,'reason':'x','systemId':0} | systemId",
                "{'dryRun':true,'reason':'x','systemId':99999999999} | systemId",
                "{'dryRun':true,'reason':'x','from':'2026-11-01T12:00:00Z','to':'2026-11-01T11:59:59Z'} | to",
                "{'dryRun':true,'reason':'x','since':'2026-11-01T12:00:00Z'} | since",
            })
    void whatIsWrongWithTheBodyIsNamed(String body, String field) {
        Answer answer = post(body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("PARAMETER_INVALID");
        assertThat(answer.json().get("fieldErrors").get(0).get("field").asString())
                .isEqualTo(field);
        assertThat(orders.poll(50)).isEmpty();
    }

    @Test
    void anActIsKnownFromTheMomentItWasHandedOver() {
        String link = post("{\"systemId\": 30001155, \"dryRun\": true, \"reason\": \"New gap\"}")
                .header("Location");

        Answer act = get(link);

        assertThat(act.status()).isEqualTo(200);
        assertThat(act.header("Cache-Control")).contains("no-store");
        assertThat(act.fields())
                .containsExactly(
                        "actId",
                        "what",
                        "target",
                        "actor",
                        "reason",
                        "requestedAt",
                        "decidedAt",
                        "status",
                        "code",
                        "detail",
                        "figures",
                        "parts",
                        "partsDecided",
                        "before",
                        "after");
        assertThat(act.json().get("status").asString()).isEqualTo("pending");
        orders.next(1);
    }

    @Test
    void whatTheReadModelSaysOfAnActIsWhatCounts() {
        String link = post("{\"dryRun\": true, \"reason\": \"New gap\"}", "Idempotency-Key", "decided")
                .header("Location");
        orders.next(Topic.BATTLE_COMMANDS.partitions());
        database.act("decided", 0, 2)
                .with("status", "done")
                .with("decided_at", NOON)
                .insert();
        database.act("decided", 1, 2)
                .with("status", "refused")
                .with("decided_at", NOON.plusSeconds(1))
                .with("code", "ACT_CHANGES_NOTHING")
                .with("detail", "All is well")
                .insert();
        database.asOwner()
                .sql("update act set figures = '{\"battlesChanged\": 2}'::jsonb")
                .update();

        JsonNode act = get(link).json();

        assertThat(act.get("status").asString()).isEqualTo("refused");
        assertThat(act.get("code").asString()).isEqualTo("ACT_CHANGES_NOTHING");
        assertThat(act.get("decidedAt").asString()).isEqualTo("2026-11-01T12:00:01Z");
        assertThat(act.get("figures").toString()).isEqualTo("{\"battlesChanged\":4}");
        assertThat(act.get("partsDecided").asInt()).isEqualTo(2);
    }

    @Test
    void anActThatAnotherGatewayTookInIsWaitedForALittle() throws Exception {
        CompletableFuture<Void> projected = CompletableFuture.runAsync(
                () -> database.act("elsewhere", 0, 1).insert(),
                CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS));

        assertThat(get(ACTS + "/elsewhere").status()).isEqualTo(200);
        projected.get(5, TimeUnit.SECONDS);
    }

    @Test
    void anActThatNobodyAskedForIsNotFoundAfterASecond() {
        long start = System.nanoTime();

        Answer answer = get(ACTS + "/nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("ACT_NOT_FOUND");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
        assertThat(get(ACTS + "/a%20b").status()).isEqualTo(404);
    }

    @Test
    void actsAreListedNewestFirstByBattleAndByStatus() {
        IntStream.range(0, 5)
                .forEach(i -> database.act("a" + i, 0, 1)
                        .with("target", i < 3 ? "b1" : "b2")
                        .with("status", i == 1 ? "done" : "pending")
                        .with("requested_at", NOON.plusSeconds(i))
                        .insert());

        assertThat(get(ACTS).items("actId")).containsExactly("a4", "a3", "a2", "a1", "a0");
        assertThat(get(ACTS + "?battleId=b1").items("actId")).containsExactly("a2", "a1", "a0");
        assertThat(get(ACTS + "?status=done").items("actId")).containsExactly("a1");
        assertThat(get(ACTS + "?status=done,pending&battleId=b2").items("actId"))
                .containsExactly("a4", "a3");
        Answer first = get(ACTS + "?limit=2");
        String cursor = first.json().get("nextCursor").asString();
        assertThat(get(ACTS + "?limit=9&cursor=" + cursor).items("actId")).containsExactly("a2", "a1", "a0");
        assertThat(get(ACTS + "?battleId=b1&cursor=" + cursor).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"?status=over", "?battleId=a%20b", "?limit=0", "?since=now"})
    void filtersThatCannotBeReadAreRefused(String query) {
        assertThat(get(ACTS + query).status()).isEqualTo(400);
    }

    @Test
    void withoutTheTokenNothingIsToldOfActs() {
        for (String path : List.of(ACTS, ACTS + "/a", ACTS + "?status=over")) {
            assertThat(gateway.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(gateway.post(RECLUSTER, "{").status()).isEqualTo(401);
    }

    private static Answer get(String path) {
        return gateway.get(path, "Authorization", "Bearer " + TOKEN);
    }

    private static Answer post(String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Authorization", "Bearer " + TOKEN), Stream.of(headers))
                .toArray(String[]::new);
        return gateway.post(RECLUSTER, body, all);
    }
}
