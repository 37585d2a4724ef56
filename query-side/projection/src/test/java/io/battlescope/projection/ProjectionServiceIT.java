package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ProjectionServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProjectionService service = new ProjectionService();
    private final List<DomainEventMessage<BattleEvent>> battles =
            RandomBattles.interleave(RandomBattles.bySystem(11, 20), 11);
    private final List<EnrichedKillmail> killmails = IntStream.range(0, 300)
            .mapToObj(i -> Mails.enriched(
                    1 + i % 250,
                    30000001 + i % 250 % 17,
                    i % 250,
                    i + ".00",
                    Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                    List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true))))
            .toList();

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest(name = "{0} segments")
    @ValueSource(ints = {1, 4})
    void everything_published_is_projected_and_a_replay_gives_the_same_rows(int segments) throws Exception {
        service.start("battlescope.projection.segments=" + segments, "battlescope.projection.batch-size=50");
        service.sendBattles(withSomePublishedAgain(battles));
        service.sendKillmails(killmails);
        await().atMost(PATIENCE).until(service::isCaughtUp);

        Map<String, List<String>> live = rows();
        assertThat(live.get("killmail")).hasSize(250);
        assertThat(live.get("aggregate_progress")).hasSize(live.get("battle").size());
        assertThat(service.db()
                        .count("battle b where version <> (select last_sequence from aggregate_progress p"
                                + " where p.aggregate_id = b.battle_id and p.processor = 'battles')"))
                .isZero();
        assertThat(service.report().counters())
                .containsEntry("killmails", 250L)
                .hasEntrySatisfying(
                        "handled.killmails", handled -> assertThat(handled).isGreaterThanOrEqualTo(300))
                .containsEntry("handled.battles", (long) battles.size())
                .containsEntry(
                        "battles", service.db().count("battle where merged_into is null and loss_count >= min_losses"))
                .containsEntry("lagMillis", 0L);
        assertThat(service.report().notes())
                .containsEntry("state.battles", "caught up")
                .containsEntry("state.killmails", "caught up")
                .doesNotContainKey("error");

        service.replay("battles");
        service.replay("killmails");
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(rows()).isEqualTo(live);
    }

    @Test
    void a_restarted_service_goes_on_where_it_was() throws Exception {
        service.start();
        service.sendBattles(battles.subList(0, 50));
        await().atMost(PATIENCE).until(service::isCaughtUp);
        service.stop();

        service.sendBattles(battles.subList(50, battles.size()));
        service.start();

        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(service.report().counters()).containsEntry("handled.battles", (long) battles.size());
    }

    @Test
    void a_batch_that_cannot_be_committed_leaves_nothing_behind_and_is_tried_again() throws Exception {
        service.start();
        await().atMost(PATIENCE).until(service::isCaughtUp);
        Object tokens = tokens();
        // progress is the last row of the transaction: everything else has been written by then
        service.db().jdbc().execute("""
                create function crash() returns trigger language plpgsql as $$
                begin raise exception 'the power went off'; end $$;
                create trigger crash before insert or update on projection_progress
                    for each row execute function crash()""");

        service.sendBattles(battles);
        await().atMost(PATIENCE).until(() -> service.report().notes().containsKey("error.battles"));

        assertThat(service.report().notes())
                .containsEntry("state.battles", "error")
                .hasEntrySatisfying("error", text -> assertThat(text).contains("the power went off"));
        assertThat(service.report().counters().get("lagRecords.battles")).isEqualTo(battles.size());
        service.db().rows().forEach((table, rows) -> assertThat(rows).as(table).isEmpty());
        assertThat(tokens()).isEqualTo(tokens);

        service.db().jdbc().execute("drop trigger crash on projection_progress");
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(service.report().notes()).doesNotContainKey("error");
        Map<String, List<String>> afterwards = rows();
        service.replay("battles");
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(rows()).isEqualTo(afterwards);
    }

    @Test
    void dead_letters_are_kept_once_each_whatever_they_hold() throws Exception {
        DeadLetter letter =
                new DeadLetter("ingestion", "file:/a", "line 3", 17L, "NOT_JSON", "a \0 in it", "{\0", Mails.NOON);
        byte[] json = MessageJson.mapper().writeValueAsBytes(letter);
        String topic = service.topic(Topic.KILLMAIL_INGESTED_DLT);
        service.start();
        TestTopic.send(List.of(
                new ProducerRecord<>(topic, "line 3", json),
                new ProducerRecord<>(topic, "line 3", json),
                new ProducerRecord<>(topic, "line 4", "no letter \0".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>(topic, "line 5", "{}".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>(topic, "line 6", null),
                new ProducerRecord<>(service.topic(Topic.KILLMAIL_ENRICHED_DLT), "0@1", json)));

        await().atMost(PATIENCE).until(() -> service.db().count("dead_letter") == 4);

        assertThat(service.db().jdbc().queryForMap("select * from dead_letter where stage = 'ingestion'"))
                .containsEntry("killmail_id", 17L)
                .containsEntry("detail", "a  in it")
                .containsEntry("payload", "{");
        assertThat(service.db()
                        .jdbc()
                        .queryForList("select position from dead_letter where code = 'UNREADABLE' order by 1"))
                .extracting(row -> row.get("position"))
                .containsExactly("0@2", "0@3", "0@4");

        // what came right within the same microsecond is done with, too
        DeadLetter released =
                new DeadLetter("ingestion", "file:/a", "line 3", null, "RELEASED", "it came again", null, Mails.NOON);
        TestTopic.send(List.of(
                new ProducerRecord<>(topic, "line 3", MessageJson.mapper().writeValueAsBytes(released))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                service.db().jdbc().queryForMap("select * from dead_letter where stage = 'ingestion'"))
                        .containsEntry("code", "RELEASED")
                        .containsEntry("killmail_id", 17L)
                        .containsEntry("payload", "{"));

        // a new Query DB gets what the topics still hold, although the group has read it
        service.stop();
        service.db().jdbc().execute("truncate dead_letter");
        service.start();
        await().atMost(PATIENCE).until(() -> service.db().count("dead_letter") == 4);
    }

    @Test
    void the_schema_has_no_large_objects_and_the_reader_can_only_read() throws Exception {
        service.start();
        service.sendKillmails(killmails.subList(0, 1));
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == 1);

        assertThat(service.db().count("information_schema.columns where table_schema = 'public' and data_type = 'oid'"))
                .isZero();
        assertThat(service.db().count("pg_largeobject_metadata")).isZero();
        assertThat(service.db().count("token_entry where convert_from(token, 'UTF8')::jsonb ? 'positions'"))
                .isPositive()
                .isEqualTo(service.db().count("token_entry"));

        JdbcTemplate reader = new JdbcTemplate(new DriverManagerDataSource(
                service.db().url(), TestInfrastructure.running().databaseReader(), ""));
        service.db().jdbc().execute("create table made_later (id bigint)");
        assertThat(reader.queryForObject("select count(*) from killmail", Long.class))
                .isOne();
        assertThat(reader.queryForObject("select count(*) from made_later", Long.class))
                .isZero();
        assertThat(service.db()
                        .count("(select unnest(array['insert', 'update', 'delete', 'truncate']) as privilege) p"
                                + " where has_table_privilege('battlescope_reader', 'killmail', privilege)"))
                .isZero();
        assertThatThrownBy(() -> reader.update("delete from killmail")).isInstanceOf(DataAccessException.class);
    }

    /** All but the acts: a replay is one. */
    private Map<String, List<String>> rows() {
        return service.db().rowsButActs();
    }

    private Object tokens() {
        return service.db()
                .jdbc()
                .queryForList("select convert_from(token, 'UTF8') from token_entry order by 1", String.class);
    }

    private static List<DomainEventMessage<BattleEvent>> withSomePublishedAgain(
            List<DomainEventMessage<BattleEvent>> events) {
        List<DomainEventMessage<BattleEvent>> again = new ArrayList<>(events.subList(0, 80));
        again.addAll(events.subList(40, events.size()));
        return again;
    }
}
