package io.battlescope.projection.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.EvictDeadLetters;
import io.battlescope.api.processor.ProcessorAct.RetryDeadLetters;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.BattleStory;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.fixture.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of the service, a processor with two segments, and events that cannot be handled. */
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProjectionService service = new ProjectionService();
    private static final ProjectionService other = service.another();

    @BeforeAll
    static void start() {
        String[] properties = {"battlescope.projection.segments=2", "battlescope.projection.claim-timeout=5s"};
        service.start(properties);
        other.start(properties);
    }

    @AfterAll
    static void stop() {
        other.close();
        service.close();
    }

    @Test
    void a_poisonous_battle_parks_and_after_the_fix_the_rows_are_those_of_a_run_without_trouble() throws Exception {
        List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(17, 12), 17);
        String poisonous = events.getFirst().getAggregateIdentifier();
        poison(poisonous);

        service.sendBattles(events);
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(service.report().notes()).doesNotContainKey("error.battles");
        assertThat(cause(poisonous, 0)).contains("violates check constraint");
        assertThat(service.db().count("battle_history where battle_id = '" + poisonous + "'"))
                .isZero();
        assertThat(service.db().count("battle_history where battle_id like '3%'")
                        + service.db().count("parked_letter where sequence like '3000%-%'"))
                .isEqualTo(events.size());
        assertThat(service.db().count("battle")).isGreaterThan(10);

        Map<String, Object> tooEarly = outcome("battles", new RetryDeadLetters(poisonous, null));
        assertThat(tooEarly).containsEntry("status", "done");
        assertThat(tooEarly.get("figures").toString()).contains("\"retried\": 0");
        assertThat(service.db().count("parked_letter where waits_for is null and attempts = 2"))
                .isOne();

        heal();
        assertThat(outcome("battles", new RetryDeadLetters(null, null))
                        .get("figures")
                        .toString())
                .contains("\"remaining\": 0", "\"stillFailing\": 0");
        assertThat(service.db().count("parked_letter where token_name = 'battles'"))
                .isZero();
        Map<String, List<String>> mended = rows();
        service.replay("battles");
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(rows()).isEqualTo(mended);
    }

    /** Without those of other tests. */
    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = service.db().rowsButActs();
        rows.replaceAll((table, lines) ->
                lines.stream().filter(line -> !line.contains("\"gap\"")).toList());
        return rows;
    }

    @Test
    void what_follows_a_gap_is_parked_until_the_battle_is_published_again() throws Exception {
        List<DomainEventMessage<BattleEvent>> story = BattleStory.in(30_000_901)
                .opens("gap", Mails.inBattle(901, 1, "5", Mails.victim(1, 1, 1, Mails.RIFTER)))
                .ends("gap")
                .resumes("gap")
                .ends("gap")
                .events();
        List<DomainEventMessage<BattleEvent>> gap = new ArrayList<>(story);
        gap.remove(2);

        service.sendBattles(gap);
        await().atMost(PATIENCE).until(() -> letters("gap") == 2);
        assertThat(cause("gap", 3)).contains("publish the battle again");
        service.sendBattles(story);
        await().atMost(PATIENCE).until(() -> letters("gap") == 3);

        assertThat(outcome("battles", new RetryDeadLetters("gap", "is missing")))
                .containsEntry("status", "done");
        assertThat(letters("gap")).isZero();
        assertThat(service.db().count("battle where battle_id = 'gap' and status = 'ended' and version = 4"))
                .isOne();
    }

    @Test
    void a_record_that_nobody_can_read_is_parked_and_can_be_thrown_away() throws Exception {
        byte[] garbage = {'{', 0, (byte) 0xff};
        TestTopic.send(List.of(
                new ProducerRecord<>(service.topic(Topic.KILLMAIL_ENRICHED), "30000902", garbage),
                new ProducerRecord<>(service.topic(Topic.ENTITY_UPDATED), "a / b", garbage)));
        await().atMost(PATIENCE)
                .until(() -> service.db().count("parked_letter where payload_type = 'unreadable'") == 2);

        assertThat(service.db()
                        .jdbc()
                        .queryForObject(
                                "select payload from parked_letter where token_name = 'killmails'", byte[].class))
                .isEqualTo(garbage);
        assertThat(outcome("killmails", new RetryDeadLetters("30000902", null))
                        .get("figures")
                        .toString())
                .contains("\"stillFailing\": 1");
        assertThat(outcome("entities", new EvictDeadLetters(null, null, "is no EntityUpdated")))
                .containsEntry("status", "done");

        Map<String, Object> evicted = outcome("killmails", new EvictDeadLetters("30000902", null, null));
        assertThat(evicted).containsEntry("status", "done");
        assertThat(evicted.get("before").toString()).contains("30000902", "unreadable");
        assertThat(outcome("killmails", new EvictDeadLetters("30000902", null, null)))
                .containsEntry("status", "refused")
                .containsEntry("code", "NOTHING_MATCHES");
        assertThat(service.db().count("parked_letter where payload_type = 'unreadable'"))
                .isZero();
    }

    @Test
    void a_letter_of_the_pipeline_that_is_thrown_away_stays_in_the_table() throws Exception {
        service.sendUnnameable(
                new DeadLetter("enrichment", "esi", "id 9", null, "ID_UNKNOWN", "nobody", "{}", Mails.NOON));
        await().atMost(PATIENCE).until(() -> service.db().count("dead_letter where position = 'id 9'") == 1);

        assertThat(outcome("enrichment", new EvictDeadLetters(null, null, "ID_UNKNOWN")))
                .containsEntry("status", "done");

        assertThat(service.db()
                        .count("dead_letter where position = 'id 9' and evicted_at is not null and evicted_by = 'alice'"
                                + " and evict_reason = 'because'"))
                .isOne();
        assertThat(outcome("enrichment", new EvictDeadLetters(null, null, "ID_UNKNOWN")))
                .containsEntry("code", "NOTHING_MATCHES");
        assertThat(outcome("nobody", new EvictDeadLetters(null, null, "x"))).containsEntry("code", "PROCESSOR_UNKNOWN");
    }

    @Test
    void when_too_much_would_be_parked_the_processor_stands_still_and_loses_nothing() throws Exception {
        try (ProjectionService small = new ProjectionService()) {
            small.start("battlescope.parking.max-sequences=1");
            small.db()
                    .jdbc()
                    .execute("alter table battle_history add constraint poison check (sequence <> 1) not valid");
            List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(5, 4), 5);

            small.sendBattles(events);
            await().atMost(PATIENCE).until(() -> small.report().notes().containsKey("error.battles"));

            assertThat(small.report().notes().get("error.battles"))
                    .startsWith(
                            "Processor battles stands still: it has parked 1 sequences, and no more may be. Mend what is"
                                    + " wrong and retry its dead letters, or evict some");
            small.db().jdbc().execute("alter table battle_history drop constraint poison");
            await().atMost(PATIENCE).until(small::isCaughtUp);
            assertThat(small.db().count("battle_history") + small.db().count("parked_letter"))
                    .isEqualTo(events.size());
        }
    }

    private static void poison(String battleId) {
        service.db()
                .jdbc()
                .execute("alter table battle_history add constraint poison check (battle_id <> '" + battleId
                        + "') not valid");
    }

    private static void heal() {
        service.db().jdbc().execute("alter table battle_history drop constraint poison");
    }

    private static long letters(String sequence) {
        return service.db().count("parked_letter where sequence = '" + sequence + "'");
    }

    private static String cause(String sequence, int number) {
        return service.db()
                .jdbc()
                .queryForObject(
                        "select cause from parked_letter where token_name = 'battles' and sequence = ? and number = ?",
                        String.class,
                        sequence,
                        number);
    }

    private static Map<String, Object> outcome(String processor, ProcessorAct act) throws Exception {
        String actId = UUID.randomUUID().toString();
        service.sendOrder(ProjectionService.order(actId, processor, act));
        await().atMost(PATIENCE)
                .until(() -> service.db().count("processor_act where status <> 'running' and act_id = '" + actId + "'")
                        == 1);
        return service.db().jdbc().queryForMap("select * from processor_act where act_id = ?", actId);
    }
}
