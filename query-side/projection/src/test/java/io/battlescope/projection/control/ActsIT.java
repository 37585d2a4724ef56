package io.battlescope.projection.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.MergeSegment;
import io.battlescope.api.processor.ProcessorAct.Pause;
import io.battlescope.api.processor.ProcessorAct.Rebuild;
import io.battlescope.api.processor.ProcessorAct.ReleaseSegment;
import io.battlescope.api.processor.ProcessorAct.Reset;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorAct.Resume;
import io.battlescope.api.processor.ProcessorAct.SplitSegment;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.fixture.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ActsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String[] SETTINGS = {
        "battlescope.projection.segments=2", "battlescope.projection.claim-timeout=3s"
    };
    private static final ProjectionService service = new ProjectionService();

    private static final List<DomainEventMessage<BattleEvent>> BATTLES =
            RandomBattles.interleave(RandomBattles.bySystem(21, 8), 21);

    private static int mails;
    private static int battlesSent;

    @BeforeAll
    static void start() throws Exception {
        service.start(SETTINGS);
        sendKillmails(40);
        sendBattles();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void caughtUp() {
        await().atMost(PATIENCE).until(service::isCaughtUp);
    }

    @Test
    void a_paused_processor_handles_nothing_until_it_is_resumed_and_the_same_order_again_changes_nothing()
            throws Exception {
        ProcessorOrder pause = order("killmails", new Pause());
        Map<String, Object> paused = outcome(pause);
        assertThat(paused).containsEntry("status", "done");
        assertThat(paused.get("before").toString()).contains("\"paused\": \"false\"", "\"segments\": \"0/1 1/1\"");
        assertThat(paused.get("after").toString()).contains("\"paused\": \"true\"");
        long before = service.db().count("killmail");
        sendKillmails(5);
        assertThat(done(new Pause())).containsEntry("status", "done");
        assertThat(service.db().count("killmail")).isEqualTo(before);
        assertThat(service.report().notes()).containsEntry("state.killmails", "paused");
        assertThat(service.processor("killmails").state()).isEqualTo("paused");
        assertThat(service.processor("killmails").eventsBehind()).isEqualTo(5);

        assertThat(done(new Resume())).containsEntry("status", "done");
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == before + 5);
        assertThat(outcome(pause)).isEqualTo(paused);
        await().atMost(PATIENCE).until(service::isCaughtUp);
    }

    @Test
    void what_became_of_an_act_is_in_the_read_model() throws Exception {
        ProcessorOrder order = order("killmails", new Resume());
        outcome(order);

        await().atMost(PATIENCE)
                .until(() -> service.db()
                                .count("act where status = 'done' and after ->> 'paused' = 'false' and act_id = '"
                                        + order.actId() + "'")
                        == 1);
        assertThat(service.db().count("processor_act where told < revision and act_id = '" + order.actId() + "'"))
                .isZero();
    }

    @Test
    void a_reset_while_events_arrive_ends_with_the_same_rows_as_one_in_peace() throws Exception {
        sendBattles();
        sendKillmails(100);
        ProcessorOrder battles = order("battles", fromNothing());
        ProcessorOrder killmails = order("killmails", fromNothing());
        service.sendOrder(battles);
        service.sendOrder(killmails);
        sendKillmails(100);
        sendBattles();
        assertThat(outcome(battles)).containsEntry("status", "done");
        assertThat(outcome(killmails)).containsEntry("status", "done");
        await().atMost(PATIENCE).until(service::isCaughtUp);
        Map<String, List<String>> live = readModel();
        assertThat(live.get("killmail")).hasSize(mails);

        outcome(order("battles", fromNothing()));
        outcome(order("killmails", fromNothing()));
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(readModel()).isEqualTo(live);
        await().atMost(PATIENCE).until(() -> service.processor("battles").replay() == null);
        assertThat(service.db().count("processor_control where replay is not null"))
                .isZero();
    }

    @Test
    void a_reset_to_an_instant_or_to_offsets_handles_what_follows_again_and_changes_no_row() throws Exception {
        Map<String, List<String>> live = readModel();
        Instant later = Instant.now();
        sendKillmails(3);
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(figures(outcome(order("killmails", new Reset(ResetTo.INSTANT, later, null, false, false)))))
                .contains("\"eventsToReplay\": 3");
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(figures(outcome(order("battles", new Reset(ResetTo.OFFSETS, null, Map.of(0, 0L), false, false)))))
                .contains("\"eventsSkipped\": 0");
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(readModel().get("battle_killmail")).isEqualTo(live.get("battle_killmail"));
        assertThat(readModel().get("killmail")).hasSize(mails);
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_does_nothing() throws Exception {
        Object before = state();
        for (ProcessorAct act : List.of(
                new Pause(), fromNothing(), new SplitSegment(0), new MergeSegment(0), new ReleaseSegment(0, 60))) {
            Map<String, Object> outcome = outcome(dry("killmails", act));
            assertThat(outcome).as("%s", act).containsEntry("status", "done");
            if (act instanceof Reset) {
                assertThat(figures(outcome))
                        .contains("\"eventsToReplay\": " + mails, "\"eventsSkipped\": 0", "\"estimatedSeconds\": ");
            }
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_done_is_refused_and_nothing_has_changed() throws Exception {
        Object before = state();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Map<ProcessorOrder, String> refusals = Map.of(
                order("nobody", new Pause()), "PROCESSOR_UNKNOWN",
                order("killmails", new Reset(ResetTo.INSTANT, Instant.EPOCH, null, false, false)),
                        "INSTANT_OUTSIDE_LOG",
                order("killmails", new Reset(ResetTo.INSTANT, tomorrow, null, false, false)), "INSTANT_OUTSIDE_LOG",
                order("killmails", new Reset(ResetTo.OFFSETS, null, Map.of(99, 0L), false, false)), "OFFSETS_INVALID",
                order("killmails", new Reset(ResetTo.OFFSETS, null, Map.of(0, 9999L), false, false)), "OFFSETS_INVALID",
                order("killmails", new Reset(ResetTo.HEAD, null, null, true, true)), "NOT_SUPPORTED",
                order("killmails", new SplitSegment(7)), "SEGMENT_UNKNOWN",
                order("killmails", new MergeSegment(7)), "SEGMENT_UNKNOWN",
                order("killmails", new ReleaseSegment(7, 1)), "SEGMENT_UNKNOWN");
        for (Map.Entry<ProcessorOrder, String> refusal : refusals.entrySet()) {
            assertThat(outcome(refusal.getKey()))
                    .as("%s", refusal.getKey())
                    .containsEntry("status", "refused")
                    .containsEntry("code", refusal.getValue());
        }
        assertThat(state()).isEqualTo(before);
        await().atMost(PATIENCE)
                .until(() -> service.db().count("act where status = 'refused' and code = 'INSTANT_OUTSIDE_LOG'") == 2);
    }

    @Test
    void events_are_passed_over_only_where_somebody_said_so_and_never_where_that_is_wrong() throws Exception {
        outcome(order("killmails", new Pause()));
        outcome(order("battles", new Pause()));
        sendKillmails(4);
        sendBattles();
        Reset head = new Reset(ResetTo.HEAD, null, null, false, true);

        assertThat(outcome(order("killmails", new Reset(ResetTo.HEAD, null, null, false, false))))
                .containsEntry("code", "RESET_WOULD_SKIP");
        assertThat(outcome(order("battles", head))).containsEntry("code", "RESET_WOULD_SKIP");
        assertThat(figures(outcome(order("killmails", head)))).contains("\"eventsSkipped\": 4");

        outcome(order("killmails", new Resume()));
        outcome(order("battles", new Resume()));
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(service.db().count("killmail")).isEqualTo(mails - 4);
        outcome(order("killmails", fromNothing()));
        await().atMost(PATIENCE).until(service::isCaughtUp);
        assertThat(service.db().count("killmail")).isEqualTo(mails);
    }

    @Test
    void segments_are_split_and_merged_and_every_event_is_still_handled() throws Exception {
        assertThat(done(new SplitSegment(0))).containsEntry("status", "done");
        assertThat(segments("killmails")).containsExactly(0, 1, 2);
        assertThat(done(new MergeSegment(1)))
                .containsEntry("status", "refused")
                .containsEntry("code", "SEGMENT_NOT_MERGEABLE");
        sendKillmails(30);
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == mails);

        assertThat(done(new MergeSegment(2))).containsEntry("status", "done");
        assertThat(segments("killmails")).containsExactly(0, 1);
        sendKillmails(30);
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == mails);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.processor("killmails").segments())
                        .extracting("mergeableWith")
                        .containsExactly(1, 0));
    }

    @Test
    void while_an_act_waits_others_are_refused_and_after_its_time_limit_nothing_has_changed() throws Exception {
        outcome(order("entities", new Pause()));
        // an instance that hangs, and whose claim holds for an hour
        service.db()
                .jdbc()
                .update(
                        "update token_entry set owner = 'elsewhere', \"timestamp\" = ? where processor_name = 'entities' and segment = 0",
                        Instant.now().plus(Duration.ofHours(1)).toString());
        Object before = state();
        ProcessorOrder waits = limited("entities", fromNothing(), 4);
        service.sendOrder(waits);

        assertThat(outcome(order("entities", new Resume())))
                .containsEntry("status", "refused")
                .containsEntry("code", "PROCESSOR_BUSY");
        assertThat(outcome(waits))
                .containsEntry("status", "refused")
                .containsEntry("code", "TIME_LIMIT")
                .hasEntrySatisfying(
                        "detail", detail -> assertThat(detail.toString()).contains("elsewhere"));

        assertThat(state()).isEqualTo(before);
        service.db().jdbc().update("update token_entry set owner = null where owner = 'elsewhere'");
        assertThat(outcome(order("entities", new Resume()))).containsEntry("status", "done");
    }

    @Test
    void an_order_that_is_heard_of_after_its_time_is_refused_and_changes_nothing() throws Exception {
        Object before = state();
        Instant now = Instant.now();
        for (ProcessorOrder late : List.of(
                asked(now.minusSeconds(120), fromNothing(), null),
                asked(now.minusSeconds(60), new Pause(), 30),
                asked(now.minus(Duration.ofHours(2)), new Rebuild(true), 7200))) {
            assertThat(outcome(late))
                    .as("%s", late)
                    .containsEntry("status", "refused")
                    .containsEntry("code", "TIME_LIMIT");
        }
        assertThat(state()).isEqualTo(before);
        // by a clock that is ahead
        assertThat(outcome(asked(now.plusSeconds(120), new Resume(), null))).containsEntry("status", "done");
    }

    private static ProcessorOrder asked(Instant when, ProcessorAct act, Integer seconds) {
        ProcessorOrder order = order("killmails", act);
        return new ProcessorOrder(
                order.actId(), "alice", "because", when, order.service(), "killmails", seconds, false, act);
    }

    @Test
    void what_a_dead_instance_left_is_carried_on_or_let_go_of() throws Exception {
        ProcessorOrder left = order("entities", fromNothing());
        service.db().inTransaction(() -> {
            service.db()
                    .jdbc()
                    .update(
                            "insert into processor_act (act_id, processor, body, beside, deadline, status)"
                                    + " values (?, 'entities', ?::jsonb, false, clock_timestamp() + interval '1 hour', 'running')",
                            left.actId(),
                            io.battlescope.projection.sql.JsonText.of(left));
            hold("entities", left.actId());
            hold("acts-requested", "an act that has ended");
        });

        await().atMost(PATIENCE)
                .until(() ->
                        service.db().count("processor_act where status = 'done' and act_id = '" + left.actId() + "'")
                                == 1);
        await().atMost(PATIENCE).until(() -> service.db().count("processor_control where held_by is not null") == 0);
    }

    @Test
    void an_order_that_nobody_can_read_is_set_aside_and_one_for_others_is_passed_over() throws Exception {
        String topic = service.topic(Topic.ADMIN_COMMANDS);
        byte[] broken = "{\"order\": \"onProcessor\", \"act\": {\"act\": \"pause\"}}".getBytes(StandardCharsets.UTF_8);
        TestTopic.send(List.of(
                new ProducerRecord<>(topic, ProcessorOrder.COMMAND_SIDE, broken),
                new ProducerRecord<>(topic, ProcessorOrder.PROJECTION, broken)));

        await().atMost(PATIENCE).until(() -> service.db().count("dead_letter where code = 'ORDER_UNREADABLE'") == 1);
        assertThat(done(new Resume())).containsEntry("status", "done");
    }

    @Test
    void acts_hold_on_all_instances() throws Exception {
        try (ConfigurableApplicationContext other = service.another(SETTINGS)) {
            Map<String, Object> released = outcome(order("killmails", new ReleaseSegment(0, 60)));
            assertThat(released).containsEntry("status", "done");
            await().atMost(PATIENCE)
                    .until(() -> service.processor("killmails").segments().stream()
                            .anyMatch(segment -> segment.segment() == 0 && segment.owner() != null && !segment.mine()));
            assertThat(service.processor("killmails").segments())
                    .anyMatch(segment -> segment.segment() == 1 && segment.mine());

            for (ProcessorAct act :
                    List.of(new Pause(), fromNothing(), new SplitSegment(1), new MergeSegment(3), new Resume())) {
                assertThat(outcome(order("killmails", act))).as("%s", act).containsEntry("status", "done");
            }
            sendKillmails(20);
            await().atMost(PATIENCE).until(() -> service.db().count("killmail") == mails);
            assertThat(other.isRunning()).isTrue();
        }
        // what the other one held is taken over
        sendKillmails(20);
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == mails);
    }

    @Test
    void while_the_query_db_is_away_its_processors_are_told_with_the_reason() throws Exception {
        ProcessorReport before = service.processor("battles");
        service.db().whileAway(server -> {
            await().atMost(PATIENCE)
                    .until(() -> service.processor("battles").state().equals("error"));
            ProcessorReport away = service.processor("battles");
            assertThat(away.error().cause()).contains("The Query DB does not answer");
            assertThat(away.alarms()).extracting("code").containsExactly("DATABASE_AWAY");
            assertThat(away.eventsBehind()).isNull();
            assertThat(away.version()).isEqualTo(before.version());
            assertThat(service.report().notes().get("error")).contains("The Query DB does not answer");
            assertThat(service.report().counters()).doesNotContainKey("lagRecords");
        });
        await().atMost(PATIENCE).until(service::isCaughtUp);
        await().atMost(PATIENCE)
                .until(() -> service.processor("battles").state().equals("running"));
    }

    @Test
    void a_topic_that_was_made_anew_is_told_and_a_reset_follows_it() throws Exception {
        String topic = service.topic(Topic.ENTITY_UPDATED);
        await().atMost(PATIENCE)
                .until(() -> service.report() != null
                        && service.db()
                                        .count(
                                                "projection_version where processor = 'entities' and topic_id is not null")
                                == 1);
        TestTopic.makeAnew(topic, Topic.ENTITY_UPDATED.partitions());

        await().atMost(PATIENCE)
                .until(() -> service.processor("entities").alarms().stream()
                        .anyMatch(alarm -> alarm.code().equals("SOURCE_LOST")));
        assertThat(service.processor("entities").caughtUp()).isFalse();
        assertThat(service.report().notes().get("error.entities")).contains("made anew");

        assertThat(outcome(order("entities", fromNothing()))).containsEntry("status", "done");
        await().atMost(PATIENCE)
                .until(() -> service.processor("entities").alarms().isEmpty()
                        && service.processor("entities").caughtUp());
    }

    private static Reset fromNothing() {
        return new Reset(ResetTo.START, null, null, true, false);
    }

    private static ProcessorOrder order(String processor, ProcessorAct act) {
        return ProjectionService.order(UUID.randomUUID().toString(), processor, act);
    }

    private static ProcessorOrder limited(String processor, ProcessorAct act, int seconds) {
        ProcessorOrder order = order(processor, act);
        return new ProcessorOrder(
                order.actId(),
                "alice",
                "because",
                order.requestedAt(),
                order.service(),
                processor,
                seconds,
                false,
                act);
    }

    private static ProcessorOrder dry(String processor, ProcessorAct act) {
        ProcessorOrder order = order(processor, act);
        return new ProcessorOrder(
                order.actId(), "alice", "because", order.requestedAt(), order.service(), processor, null, true, act);
    }

    private static Map<String, Object> done(ProcessorAct act) throws Exception {
        return outcome(order("killmails", act));
    }

    /** Asks, and waits for the end. */
    private static Map<String, Object> outcome(ProcessorOrder order) throws Exception {
        if (service.db().count("processor_act where act_id = '" + order.actId() + "' and status = 'running'") == 0) {
            service.sendOrder(order);
        }
        await().atMost(PATIENCE)
                .until(() -> service.db()
                                .count("processor_act where status <> 'running' and act_id = '" + order.actId() + "'")
                        == 1);
        return service.db()
                .jdbc()
                .queryForMap(
                        "select status, code, detail, figures::text, before::text, after::text, decided_at"
                                + " from processor_act where act_id = ?",
                        order.actId());
    }

    private static String figures(Map<String, Object> outcome) {
        return String.valueOf(outcome.get("figures"));
    }

    private static void hold(String tokenName, String actId) {
        service.db()
                .jdbc()
                .update(
                        "insert into processor_control (token_name, processor, held_by) values (?, ?, ?)"
                                + " on conflict (token_name) do update set held_by = excluded.held_by",
                        tokenName,
                        tokenName,
                        actId);
    }

    /** Everything that an act could change. */
    private static Object state() {
        return Stream.of(
                        "select processor_name, segment, convert_from(token, 'UTF8')::jsonb from token_entry"
                                + " where processor_name in ('battles', 'killmails', 'entities') order by 1, 2",
                        "select count(*) from killmail",
                        "select token_name from processor_control where paused or held_by is not null")
                .map(sql -> service.db().jdbc().queryForList(sql))
                .toList()
                .toString();
    }

    private static Map<String, List<String>> readModel() {
        return service.db().rowsButActs();
    }

    private static List<Integer> segments(String tokenName) {
        return service.db()
                .jdbc()
                .queryForList(
                        "select segment from token_entry where processor_name = ? order by 1",
                        Integer.class,
                        tokenName);
    }

    /** The next of four shares, for no event may be missing before another. */
    private static void sendBattles() throws Exception {
        int share = BATTLES.size() / 4;
        service.sendBattles(BATTLES.subList(battlesSent, battlesSent + share));
        battlesSent += share;
    }

    private static void sendKillmails(int count) throws Exception {
        List<EnrichedKillmail> killmails = IntStream.range(mails, mails + count)
                .mapToObj(i -> Mails.enriched(
                        1 + i,
                        30000001 + i % 17,
                        i % 250,
                        i + ".00",
                        Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                        List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true))))
                .toList();
        mails += count;
        service.sendKillmails(killmails);
    }
}
