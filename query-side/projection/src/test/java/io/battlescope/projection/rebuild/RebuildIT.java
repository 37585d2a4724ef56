package io.battlescope.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct.ChangeRebuild;
import io.battlescope.api.processor.ProcessorAct.Pause;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorAct.Resume;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Mails;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class RebuildIT {

    private static final List<String> BATTLES = List.of(
            "battle",
            "battle_mail",
            "battle_history",
            "aggregate_progress",
            "battle_killmail",
            "battle_participant",
            "battle_participant_hull",
            "battle_entity",
            "battle_pair",
            "battle_side",
            "battle_overlay");

    private static final List<String> KILLMAILS = List.of("killmail");

    private static final RebuildRig rig = new RebuildRig();

    @BeforeAll
    static void start() throws Exception {
        rig.start("battlescope.projection.segments=2", "battlescope.projection.batch-size=20");
        rig.service().sendKillmails(killmails(0, 200));
        rig.tell(150);
        rig.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void a_rebuild_with_news_meanwhile_says_the_same_and_is_switched_back_and_forth_unnoticed_by_readers()
            throws Exception {
        try (LivingReader reader = new LivingReader(rig.service().db())) {
            String rebuild = rig.rebuild("battles", false);
            while (!rig.state(rebuild).equals("ready") && rig.left() > 100) {
                rig.tell(3);
            }
            assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
            assertThat(rig.state(rebuild)).isEqualTo("ready");
            assertThat(rig.jdbc()
                            .queryForObject(
                                    "select (figures ->> 'rowsCompared')::int from rebuild where rebuild_id = ?",
                                    Integer.class,
                                    rebuild))
                    .isPositive();

            assertThat(rig.jdbc()
                            .queryForObject(
                                    "select figures ->> 'etaSeconds' from rebuild where rebuild_id = ?",
                                    String.class,
                                    rebuild))
                    .isNull();

            rig.tell(10);
            assertThat(rig.outcome(rig.change(rebuild, RebuildStep.SWITCH))).containsEntry("status", "done");
            assertThat(rig.livingSchema("battles")).isEqualTo("battles_2");
            rig.tell(10);
            rig.awaitCaughtUp();
            assertThat(rig.rows("battles_2", List.of("battle"))).isNotEqualTo(rig.rows("public", List.of("battle")));

            assertThat(rig.outcome(rig.change(rebuild, RebuildStep.ROLLBACK))).containsEntry("status", "done");
            assertThat(rig.livingSchema("battles")).isEqualTo("public");
            assertThat(rig.rows("public", BATTLES)).isEqualTo(rig.rows("battles_2", BATTLES));

            assertThat(rig.outcome(rig.change(rebuild, RebuildStep.FINISH))).containsEntry("status", "done");
            assertThat(rig.service().db().count("information_schema.schemata where schema_name = 'battles_2'"))
                    .isZero();
            assertThat(rig.service().db().count("token_entry where processor_name = 'battles@2'"))
                    .isZero();
            rig.tell(10);
            rig.awaitCaughtUp();
            assertThat(reader.faults()).isEmpty();
            assertThat(reader.schemas()).containsExactlyInAnyOrder("public", "battles_2");
        }
    }

    @Test
    void a_wrong_row_is_named_and_mended_by_a_switch_that_is_told_so() throws Exception {
        rig.awaitCaughtUp();
        List<String> right = rig.rows(rig.livingSchema("killmails"), KILLMAILS).get("killmail");
        rig.jdbc().update("update " + rig.livingSchema("killmails") + ".killmail set isk = 7 where killmail_id = 5");
        rig.jdbc().update("delete from " + rig.livingSchema("killmails") + ".killmail where killmail_id = 6");

        String rebuild = rig.rebuild("killmails", true);

        assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
        assertThat(rig.state(rebuild)).isEqualTo("different");
        String compared = rig.jdbc()
                .queryForObject("select compared::text from rebuild where rebuild_id = ?", String.class, rebuild);
        assertThat(compared)
                .contains("\"onlyNew\": 1", "\"changed\": 1", "\"onlyOld\": 0")
                .contains(
                        "{\"key\": {\"killmail_id\": \"5\"}, \"newValues\": {\"isk\": \"4\"}, \"oldValues\": {\"isk\": \"7\"}}")
                .contains("{\"killmail_id\": \"6\"}");
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.SWITCH))).containsEntry("code", "REBUILD_DIFFERS");
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.ROLLBACK))).containsEntry("code", "REBUILD_STATE");
        assertThat(rig.livingSchema("killmails")).isEqualTo("public");

        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.SWITCH, true))).containsEntry("status", "done");
        assertThat(rig.rows(rig.livingSchema("killmails"), KILLMAILS).get("killmail"))
                .isEqualTo(right);

        // the first version's tables stay, and are empty
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.FINISH))).containsEntry("status", "done");
        assertThat(rig.service().db().count("public.killmail")).isZero();
        assertThat(rig.service()
                        .db()
                        .count("projection_progress where processor = 'killmails' and schema_name = 'public'"))
                .isZero();
        assertThat(rig.service().db().count("projection_version where processor = 'killmails'"))
                .isOne();
    }

    @Test
    void acts_that_make_no_sense_are_refused_and_change_nothing() throws Exception {
        assertThat(rig.outcome(rig.rebuild("nobody", false))).containsEntry("code", "PROCESSOR_UNKNOWN");
        assertThat(rig.outcome(rig.rebuild("acts-decided", false))).containsEntry("code", "PROCESSOR_NOT_RESETTABLE");
        assertThat(rig.outcome(rig.act("battles", new ChangeRebuild("no such", RebuildStep.CANCEL, false))))
                .containsEntry("code", "REBUILD_UNKNOWN");
        assertThat(rig.service().db().count("rebuild where state = 'creating'")).isZero();
    }

    @Test
    void two_rebuilds_at_once_switch_by_themselves_while_one_of_a_kind_is_enough() throws Exception {
        rig.awaitCaughtUp();
        String entities = rig.rebuild("entities", true);
        String facts = rig.rebuild("ingestion-state", true);
        rig.awaitState(entities, "switched");
        assertThat(rig.outcome(rig.rebuild("entities", true))).containsEntry("code", "REBUILD_RUNNING");
        rig.awaitState(facts, "switched");
        assertThat(rig.livingSchema("entities")).isEqualTo("entities_2");
        assertThat(rig.livingSchema("ingestion-state")).isEqualTo("ingestion_state_2");
        finish(entities, facts);
    }

    @Test
    void other_acts_do_not_wait_for_a_rebuild() throws Exception {
        rig.awaitCaughtUp();
        String rebuild;
        try (Connection other = rig.service().db().dataSource().getConnection();
                Statement locking = other.createStatement()) {
            other.setAutoCommit(false);
            // it does not get on meanwhile
            locking.execute("lock table projection_version in share mode");
            rebuild = rig.rebuild("battles", false);
            await().atMost(RebuildRig.PATIENCE).until(() -> !rig.state(rebuild).equals("none"));

            assertThat(rig.service().processor("battles").act()).isNull();
            assertThat(rig.outcome(rig.act("battles", new Pause()))).containsEntry("status", "done");
            assertThat(rig.outcome(rig.act("battles", new Resume()))).containsEntry("status", "done");
            assertThat(rig.service()
                            .db()
                            .count("processor_act where status = 'running' and act_id = '" + rebuild + "'"))
                    .isOne();
        }
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.CANCEL))).containsEntry("status", "done");
    }

    @Test
    void a_version_that_is_cancelled_leaves_nothing_and_its_number_is_not_given_again() throws Exception {
        rig.awaitCaughtUp();
        String first = rig.rebuild("battles", false);
        await().atMost(RebuildRig.PATIENCE).until(() -> !rig.state(first).equals("none"));
        int number = number(first);

        assertThat(rig.outcome(rig.change(first, RebuildStep.CANCEL))).containsEntry("status", "done");

        assertThat(rig.outcome(first)).containsEntry("detail", "It was cancelled");
        assertThat(rig.service().db().count("information_schema.schemata where schema_name = 'battles_" + number + "'"))
                .isZero();
        assertThat(rig.service().db().count("token_entry where processor_name = 'battles@" + number + "'"))
                .isZero();
        assertThat(rig.service().db().count("processor_control where held_by is not null"))
                .isZero();
        String second = rig.rebuild("battles", false);
        assertThat(rig.outcome(second)).containsEntry("status", "done");
        assertThat(rig.state(second)).as(rig.detail(second)).isEqualTo("ready");
        assertThat(number(second)).isEqualTo(number + 1);
        assertThat(rig.outcome(rig.change(second, RebuildStep.VERIFY))).containsEntry("status", "done");
        assertThat(rig.state(second)).isEqualTo("ready");
        assertThat(rig.outcome(rig.change(second, RebuildStep.CANCEL))).containsEntry("status", "done");
    }

    @Test
    void when_the_topic_was_made_anew_the_next_version_is_built_up_to_its_end_and_takes_over() throws Exception {
        await().atMost(RebuildRig.PATIENCE)
                .until(() -> rig.service().processor("killmails").caughtUp());
        rig.service().loseTopic(Topic.KILLMAIL_ENRICHED);
        rig.service().sendKillmails(killmails(0, 60));
        await().atMost(RebuildRig.PATIENCE)
                .until(() -> !rig.service().processor("killmails").alarms().isEmpty());

        String rebuild = rig.rebuild("killmails", true);

        assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
        assertThat(rig.state(rebuild)).isEqualTo("different");
        assertThat(rig.detail(rebuild)).contains("follows a topic that is gone");
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.SWITCH, true))).containsEntry("status", "done");
        rig.service().sendKillmails(killmails(60, 10));
        String living = rig.livingSchema("killmails");
        await().atMost(RebuildRig.PATIENCE).until(() -> rig.service().db().count(living + ".killmail") == 70);
        assertThat(rig.service().processor("killmails").alarms()).isEmpty();
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.ROLLBACK))).containsEntry("code", "REBUILD_STATE");
        assertThat(rig.outcome(rig.change(rebuild, RebuildStep.FINISH))).containsEntry("status", "done");
    }

    @Test
    void while_one_rebuild_is_compared_another_one_switches_and_a_third_holds_nothing() throws Exception {
        String compared = rig.rebuild("ingestion-state", false);
        String switched = rig.rebuild("entities", false);
        String third = rig.rebuild("killmails", false);
        for (String rebuild : List.of(compared, switched, third)) {
            assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
        }
        String table = rig.livingSchema("ingestion-state") + ".feed_gap";
        String verify;
        try (Connection other = rig.service().db().dataSource().getConnection();
                Statement locking = other.createStatement()) {
            other.setAutoCommit(false);
            locking.execute("lock table " + table + " in access exclusive mode");
            verify = rig.change(compared, RebuildStep.VERIFY);
            await().atMost(RebuildRig.PATIENCE)
                    .until(() -> rig.service()
                                    .db()
                                    .count("pg_locks where not granted and relation = '" + table + "'::regclass")
                            > 0);
            rig.change(third, RebuildStep.VERIFY);
            rig.awaitState(third, "verifying");

            assertThat(rig.outcome(rig.change(switched, RebuildStep.SWITCH))).containsEntry("status", "done");

            assertThat(rig.service().db().count("processor_control where held_by is not null"))
                    .isZero();
            assertThat(rig.state(third)).isEqualTo("verifying");
        }
        assertThat(rig.outcome(verify)).containsEntry("status", "done");
        rig.awaitState(third, "ready");
    }

    private static void finish(String... rebuilds) throws Exception {
        List<String> acts = new ArrayList<>();
        for (String rebuild : rebuilds) {
            acts.add(rig.change(rebuild, RebuildStep.FINISH));
        }
        acts.forEach(act -> assertThat(rig.outcome(act)).containsEntry("status", "done"));
    }

    private static int number(String rebuildId) {
        return rig.jdbc()
                .queryForObject("select new_version from rebuild where rebuild_id = ?", Integer.class, rebuildId);
    }

    private static List<EnrichedKillmail> killmails(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Mails.enriched(
                        1 + i,
                        30000001 + i % 17,
                        i % 250,
                        i + ".00",
                        Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                        List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true))))
                .toList();
    }
}
