package io.battlescope.gateway.deadletter;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.battlescope.api.access.Role;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.gateway.access.Keys;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersApiIT {

    private static final String TOKEN = "correct horse";
    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String QUARANTINE = "/api/v1/admin/quarantine";

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static OrderReader<AdminOrder> orders;

    @BeforeAll
    static void start() {
        String prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database, "--battlescope.topics.prefix=" + prefix, "--battlescope.admin.token=" + TOKEN);
        orders = OrderReader.ofAdmins(prefix);
    }

    @AfterAll
    static void stop() {
        orders.close();
        gateway.close();
        database.close();
    }

    @BeforeEach
    void some() {
        database.asOwner()
                .sql("truncate act, api_key, parked_letter, dead_letter, projection_version restart identity")
                .update();
        database.asOwner()
                .sql("insert into projection_version (processor, version, schema_name, layout, state)"
                        + " values ('battles', 1, 'public', 1, 'living')")
                .update();
        database.parked("b1", 4)
                .with("cause", "the cause")
                .with("waits_for", null)
                .with("attempts", 2)
                .insert();
        database.parked("b1", 5).insert();
        database.parked("b2", 0)
                .with("cause", "waits for b1")
                .with("waits_for", "b1")
                .with("token_name", "battles@2")
                .with("parked_at", NOON.plusSeconds(5))
                .insert();
        database.deadLetter("17", "NOT_JSON").insert();
        database.deadLetter("18", "LATE")
                .with("stage", "command-side")
                .with("occurred_at", NOON.plusSeconds(9))
                .insert();
        database.deadLetter("19", "LATE").with("evicted_at", NOON).insert();
    }

    @Test
    void what_processors_and_stages_have_is_one_list() {
        Answer first = get("?limit=3");
        assertThat(first.items("sequence")).containsExactly("2", "b2", "1");
        assertThat(first.items("kind")).containsExactly("pipeline", "processor", "pipeline");
        Answer next = get("?limit=3&cursor=" + first.json().get("nextCursor").asString());

        assertThat(next.items("sequence")).containsExactly("b1");
        assertThat(next.json().get("items").get(0).toString())
                .contains(
                        "\"processor\":\"battles\"", "\"letters\":2", "\"code\":\"FAILED\"", "\"cause\":\"the cause\"");
        assertThat(next.json().get("nextCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "processor=battles, 2",
        "stage=ingestion, 1",
        "code=LATE, 1",
        "code=WAITS, 1",
        "processor=none, 0",
        "processor=ingestion, 1",
        "processor=ingestion&stage=ingestion, 1",
        "processor=battles&stage=ingestion, 0"
    })
    void filters_narrow_it(String filter, int count) {
        assertThat(get("?" + filter).items("sequence")).hasSize(count);
    }

    @Test
    void a_sequence_shows_its_events_in_order_with_what_was_received() {
        Answer first = get("/battles/b1?limit=1");
        Answer second = get(
                "/battles/b1?limit=1&cursor=" + first.json().get("nextCursor").asString());

        assertThat(first.json().get("items").get(0).toString())
                .contains("\"number\":4", "\"position\":\"3@104\"", "{\\\"number\\\":4}");
        assertThat(second.items("number")).containsExactly("5");
        assertThat(get("/command-side/2").items("position")).containsExactly("18");
        assertThat(get("/battles/nothing").items("letterId")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void viewers_do_not_see_what_was_received(Role role) {
        database.parked("b3", 1)
                .with("cause", "Cannot read `int` from String \"secret\": no number\n at [Source: secret]")
                .with("payload", "secret".getBytes(StandardCharsets.UTF_8))
                .insert();
        database.deadLetter("20", "STORE_FAILED")
                .with("detail", "ERROR: null value\n  Detail: Failing row contains (secret)")
                .with("payload", "secret")
                .insert();
        String key = Keys.of(database, role);
        boolean sees = role != Role.VIEWER;

        assertThat(List.of(LETTERS, LETTERS + "/battles/b3", LETTERS + "/ingestion/4", QUARANTINE))
                .allSatisfy(path -> {
                    Answer answer = gateway.get(path, "Authorization", "Bearer " + key);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body().contains("secret"))
                            .as(answer.body())
                            .isEqualTo(sees);
                });
        assertThat(gateway.get(QUARANTINE, "Authorization", "Bearer " + key).items("payloadLength"))
                .first()
                .isEqualTo("6");
        assertThat(gateway.get(LETTERS + "/battles/b3", "Authorization", "Bearer " + key)
                        .items("cause"))
                .allSatisfy(cause -> assertThat(cause).startsWith("Cannot read `int` from String "));
    }

    @Test
    void what_was_thrown_away_or_let_out_is_in_no_list_unless_asked_for() {
        database.deadLetter("21", DeadLetter.RELEASED).insert();

        assertThat(List.of(get("?processor=ingestion"), quarantine("")))
                .allSatisfy(answer ->
                        assertThat(answer.items("code")).contains("NOT_JSON").doesNotContain("RELEASED"));
        assertThat(quarantine("").items("position")).containsExactly("18", "17");
        assertThat(List.of(get("?code=RELEASED"), quarantine("?code=RELEASED")))
                .allSatisfy(answer -> assertThat(answer.items("code")).containsExactly("RELEASED"));
    }

    @Test
    void a_processor_is_asked_to_try_again_and_to_throw_away() {
        assertThat(post("/retry", "{'processor': 'battles', 'sequence': 'b1', 'reason': 'Mended', 'dryRun': true}")
                        .status())
                .isEqualTo(202);
        assertThat(post("/evict", "{'processor': 'battles', 'letterId': '2', 'reason': 'Garbage'}")
                        .status())
                .isEqualTo(202);
        assertThat(post("/evict", "{'processor': 'command-side', 'all': true, 'reason': 'Seen'}")
                        .status())
                .isEqualTo(202);

        assertThat(orders.next(3))
                .allSatisfy(sent -> assertThat(sent.key()).isEqualTo("projection"))
                .extracting(sent -> ((ProcessorOrder) sent.order()).act())
                .containsExactly(
                        new ProcessorAct.RetryDeadLetters("b1", null),
                        new ProcessorAct.EvictDeadLetters(null, "2", null),
                        new ProcessorAct.EvictDeadLetters(null, null, null));
    }

    @Test
    void ingestion_is_asked_to_judge_its_letters_once_more() {
        assertThat(post("/retry", "{'processor': 'ingestion', 'sequence': '1', 'reason': 'Mended'}")
                        .status())
                .isEqualTo(202);

        Sent<AdminOrder> sent = orders.next(1).getFirst();
        assertThat(sent.key()).isEqualTo("ingestion");
        assertThat(sent.order()).isInstanceOfSatisfying(ReleaseQuarantine.class, order -> {
            assertThat(order.source()).isEqualTo("file:test");
            assertThat(order.position()).isEqualTo(17);
        });
    }

    @Test
    void ingestion_is_asked_to_hand_enrichment_again_what_that_has_set_aside() {
        database.deadLetter("3@120", "ENRICHMENT_FAILED")
                .with("stage", "enrichment")
                .with("source", "killmail.ingested")
                .insert();
        assertThat(post("/retry", "{'processor': 'enrichment', 'sequence': '4', 'reason': 'Mended'}")
                        .status())
                .isEqualTo(202);
        assertThat(post("/retry", "{'processor': 'enrichment', 'cause': 'ENRICHMENT_FAILED', 'reason': 'Mended'}")
                        .status())
                .isEqualTo(202);

        assertThat(orders.next(2))
                .extracting(sent -> (ReleaseQuarantine) sent.order())
                .extracting(ReleaseQuarantine::source, ReleaseQuarantine::position, ReleaseQuarantine::code)
                .containsExactly(
                        tuple("killmail.ingested/3", 120L, null), tuple("enrichment", null, "ENRICHMENT_FAILED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/retry|{'processor': 'command-side', 'reason': 'x'}|409|NOT_SUPPORTED",
                "/retry|{'processor': 'ingestion', 'reason': 'x', 'dryRun': true}|409|NOT_SUPPORTED",
                "/retry|{'processor': 'ingestion', 'sequence': '99', 'reason': 'x'}|404|DEAD_LETTER_NOT_FOUND",
                "/retry|{'processor': 'batles', 'reason': 'x'}|404|PROCESSOR_NOT_FOUND",
                "/evict|{'processor': 'batles', 'all': true, 'reason': 'x'}|404|PROCESSOR_NOT_FOUND",
                "/evict|{'processor': 'battles', 'reason': 'x'}|400|PARAMETER_INVALID",
                "/evict|{'processor': 'battles', 'all': true}|400|PARAMETER_INVALID",
                "/evict|{'processor': 'battles', 'letterId': 'x', 'reason': 'x'}|400|PARAMETER_INVALID",
                "/retry|{'processor': 'no processor', 'reason': 'x'}|400|PARAMETER_INVALID"
            })
    void what_cannot_be_is_refused_and_nobody_is_asked(String path, String body, int status, String code) {
        Answer answer = post(path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(orders.poll(50)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/battles/b1"})
    void it_is_closed_without_a_token(String path) {
        assertThat(gateway.get(LETTERS + path).status()).isEqualTo(401);
    }

    private static Answer quarantine(String filter) {
        return gateway.get(QUARANTINE + filter, "Authorization", "Bearer " + TOKEN);
    }

    private static Answer get(String path) {
        return gateway.get(LETTERS + path, "Authorization", "Bearer " + TOKEN);
    }

    private static Answer post(String path, String body) {
        return gateway.post(LETTERS + path, body.replace('\'', '"'), "Authorization", "Bearer " + TOKEN);
    }
}
