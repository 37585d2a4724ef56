package io.battlescope.command.running;

import static io.battlescope.command.story.KillmailBuilder.AMAMAKE;
import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.linkage.ReferenceBattles;
import io.battlescope.command.story.Pilot;
import io.battlescope.kit.status.ProcessorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("Publishing")
class PublishingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String BATTLES = "battle-publisher";
    private static final String NEWS = "lifecycle-publisher";
    private static final String ARCHIVE = "killmail-archive";

    private final CommandSideUnderTest commandSide = new CommandSideUnderTest();
    private final TopicReader audit = commandSide.reader(Topic.AUDIT_EVENTS);
    private final List<EnrichedKillmail> war = RandomWar.of(21, 200, 6, 4);

    @AfterEach
    void close() {
        audit.close();
        commandSide.close();
    }

    @Test
    @DisplayName("paused on two instances stays so over restarts, and what was stored meanwhile comes with the resume")
    void pausedAndResumed() {
        try (TopicReader events = commandSide.battleEvents()) {
            try (ConfigurableApplicationContext one = commandSide.start();
                    ConfigurableApplicationContext two = commandSide.start()) {
                commandSide.send(war.subList(0, 100));
                awaitBattles(events, war.subList(0, 100));
                await().atMost(PATIENCE).until(() -> report(one, BATTLES).caughtUp());
                assertThat(List.of(report(one, BATTLES), report(two, BATTLES)))
                        .allSatisfy(report -> assertThat(report.state()).isEqualTo("running"))
                        .extracting(report -> report.segments().getFirst().mine())
                        .containsExactlyInAnyOrder(true, false);
                assertThat(ask("pause", BATTLES, new ProcessorAct.Pause()).status())
                        .isEqualTo(ActStatus.DONE);
                int published = events.records().size();
                commandSide.send(war.subList(100, 200));
                await().atMost(PATIENCE).until(() -> report(one, BATTLES).eventsBehind() > 0);
                await().atMost(PATIENCE)
                        .until(() -> report(two, BATTLES).state().equals("paused"));
                assertThat(report(two, BATTLES).millisBehind()).isPositive();
                assertThat(events.records()).hasSize(published);
            }
            try (ConfigurableApplicationContext again = commandSide.start()) {
                await().atMost(PATIENCE)
                        .until(() -> report(again, BATTLES).state().equals("paused"));
                assertThat(report(again, NEWS).state()).isNotEqualTo("paused");
                ActOutcome resumed = ask("resume", BATTLES, new ProcessorAct.Resume());
                assertThat(resumed.before()).containsEntry("state", "paused");
                awaitBattles(events, war);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(report(again, BATTLES))
                                .satisfies(report ->
                                        assertThat(report.eventsBehind()).isZero())
                                .satisfies(report -> assertThat(report.alarms()).isEmpty()));
            }
        }
    }

    @Test
    @DisplayName("again sends the same events in the same order, once for an act that is asked for twice")
    void againInTheSameOrder() {
        try (ConfigurableApplicationContext service = commandSide.start();
                TopicReader events = commandSide.battleEvents()) {
            commandSide.send(war);
            awaitBattles(events, war);
            await().atMost(PATIENCE).until(() -> report(service, BATTLES).caughtUp());
            List<String> once = ids(events.records());

            ActOutcome planned = ask("dry", BATTLES, true, new ProcessorAct.Republish(null, null));
            assertThat(planned.figures())
                    .containsEntry("events", (long) once.size())
                    .containsKey("estimatedSeconds");
            commandSide.order(order("all", BATTLES, false, new ProcessorAct.Republish(null, null)));
            ActOutcome done = ask("all", BATTLES, new ProcessorAct.Republish(null, null));

            assertThat(done.status()).isEqualTo(ActStatus.DONE);
            assertThat(done.figures())
                    .containsEntry("published", (long) once.size())
                    .containsEntry("total", (long) once.size());
            await().atMost(PATIENCE).until(() -> events.records().size() >= 2 * once.size());
            assertThat(byPartition(events.records()))
                    .isEqualTo(twice(byPartition(events.records().subList(0, once.size()))));
            try (TopicReader progress = commandSide.reader(Topic.ADMIN_EVENTS)) {
                await().atMost(PATIENCE).until(() -> !progress.records().isEmpty());
                assertThat(progress.records()).allSatisfy(message -> {
                    ActOutcome running = read(message.value(), ActOutcome.class);
                    assertThat(message.key()).isEqualTo(BATTLES);
                    assertThat(running.status()).isEqualTo(ActStatus.RUNNING);
                    assertThat(running.figures()).containsEntry("total", (long) once.size());
                });
            }
            ActOutcome none =
                    ask("none", BATTLES, new ProcessorAct.Republish(null, Instant.parse("2003-05-06T00:00:00Z")));
            assertThat(none.figures()).containsEntry("published", 0L);
        }
    }

    @Test
    @DisplayName("that a dead instance had begun goes on from where it was acknowledged")
    void goesOnAfterADeath() {
        try (ConfigurableApplicationContext service = commandSide.start();
                TopicReader events = commandSide.battleEvents()) {
            commandSide.send(war);
            awaitBattles(events, war);
            await().atMost(PATIENCE).until(() -> report(service, BATTLES).caughtUp());
            int once = events.records().size();
            ask("all", BATTLES, new ProcessorAct.Republish(null, null));
            await().atMost(PATIENCE).until(() -> events.records().size() == 2 * once);

            commandSide.eventsDb().sql("""
                update publishing_act set state = 'running', told = true, outcome = null, published = total - 10,
                    after_position = last_position - 10, worker = 'dead', leased_until = clock_timestamp()
                where act_id = 'all'""").update();

            await().atMost(PATIENCE).until(() -> outcomes("all").size() == 2);
            await().atMost(PATIENCE).until(() -> events.records().size() == 2 * once + 10);
            assertThat(outcomes("all").getLast().figures()).containsEntry("published", (long) once);
        }
    }

    @Test
    @DisplayName("waits when its topic was made anew, and begins with the beginning once everything is published again")
    void intoATopicMadeAnew() throws Exception {
        try (ConfigurableApplicationContext service = commandSide.start()) {
            try (TopicReader events = commandSide.battleEvents()) {
                commandSide.send(war.subList(0, 100));
                awaitBattles(events, war.subList(0, 100));
            }
            commandSide.makeAnew(Topic.BATTLE_EVENTS);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report(service, BATTLES).alarms())
                            .contains(new ProcessorReport.Alarm(
                                    "TARGET_LOST", "battle.events was made anew; publish again from the event store")));
            await().atMost(PATIENCE)
                    .until(() -> report(service, BATTLES).state().equals("held"));
            commandSide.send(war.subList(100, 200));
            await().atMost(PATIENCE).until(() -> report(service, BATTLES).eventsBehind() > 0);

            assertThat(ask("all", BATTLES, new ProcessorAct.Republish(null, null))
                            .status())
                    .isEqualTo(ActStatus.DONE);

            try (TopicReader events = commandSide.battleEvents()) {
                // the reader fails on a battle whose events begin in the middle
                awaitBattles(events, war);
            }
            await().atMost(PATIENCE)
                    .until(() -> report(service, BATTLES).state().equals("running")
                            && report(service, BATTLES).alarms().isEmpty());
            anotherInstanceHadDiedInTheFirstPiece(service);

            await().atMost(PATIENCE).until(() -> outcomes("all").size() == 2);
            try (TopicReader events = commandSide.battleEvents()) {
                awaitBattles(events, war);
                assertThat(events.records())
                        .allSatisfy(event -> assertThat(event.offset()).isPositive());
            }
        }
    }

    /** What it had sent is in the topic, and nobody knows how much that is. */
    private void anotherInstanceHadDiedInTheFirstPiece(ConfigurableApplicationContext service) {
        commandSide
                .eventsDb()
                .sql("update publisher_control set topic_id = 'the one before' where processor = ?")
                .param(BATTLES)
                .update();
        await().atMost(PATIENCE).until(() -> report(service, BATTLES).state().equals("held"));
        commandSide.eventsDb().sql("""
                update publishing_act set state = 'running', told = true, outcome = null, published = 0, after_position = 0,
                    last_position = (select max(global_index) from domain_event_entry), worker = 'dead',
                    leased_until = clock_timestamp()
                where act_id = 'all'""").update();
    }

    @Test
    @DisplayName(
            "waits when the store was restored to an earlier time, until everything is published into a topic made anew")
    void fromAStoreOfYesterday() throws Exception {
        try (ConfigurableApplicationContext service = commandSide.start()) {
            commandSide.send(war.subList(0, 100));
            await().atMost(PATIENCE)
                    .until(() -> stored() > 20 && report(service, BATTLES).caughtUp());
            await().atMost(PATIENCE).until(() -> count("command_outbox") == 0);
            assertThat(report(service, BATTLES).alarms()).isEmpty();
        }
        commandSide
                .eventsDb()
                .sql("delete from domain_event_entry where global_index > 20")
                .update();
        commandSide.eventsDb().sql("delete from token_entry").update();
        try (ConfigurableApplicationContext service = commandSide.start();
                TopicReader events = commandSide.battleEvents()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report(service, BATTLES).alarms())
                            .extracting(ProcessorReport.Alarm::code)
                            .contains("SOURCE_BEHIND"));
            assertThat(report(service, BATTLES).state()).isEqualTo("held");
            int published = events.records().size();
            assertThat(ask("too early", BATTLES, new ProcessorAct.Republish(null, null)))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(ActStatus.REFUSED))
                    .satisfies(refused -> assertThat(refused.detail()).contains("made anew first"));
            assertThat(report(service, NEWS).state()).isEqualTo("running");
            assertThat(events.records()).hasSize(published);

            commandSide.makeAnew(Topic.BATTLE_EVENTS);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report(service, BATTLES).alarms())
                            .anySatisfy(lost -> assertThat(lost.detail()).contains("was made anew"))
                            .extracting(ProcessorReport.Alarm::code)
                            .contains("TARGET_LOST")
                            .doesNotContain("SOURCE_BEHIND"));
            assertThat(ask("all", BATTLES, new ProcessorAct.Republish(null, null))
                            .status())
                    .isEqualTo(ActStatus.DONE);
            await().atMost(PATIENCE)
                    .until(() -> report(service, BATTLES).state().equals("running")
                            && report(service, BATTLES).alarms().isEmpty());
        }
    }

    @Test
    @DisplayName("news goes on by itself in a topic made anew, for it has no history")
    void newsIntoATopicMadeAnew() throws Exception {
        try (ConfigurableApplicationContext service = commandSide.start()) {
            try (TopicReader news = commandSide.reader(Topic.BATTLE_LIFECYCLE)) {
                commandSide.send(war.subList(0, 100));
                await().atMost(PATIENCE).until(() -> !news.records().isEmpty());
            }
            await().atMost(PATIENCE).until(() -> report(service, NEWS).caughtUp());

            commandSide.makeAnew(Topic.BATTLE_LIFECYCLE);
            commandSide.send(war.subList(100, 200));

            try (TopicReader news = commandSide.reader(Topic.BATTLE_LIFECYCLE)) {
                await().atMost(PATIENCE).until(() -> !news.records().isEmpty());
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report(service, NEWS))
                            .satisfies(report -> assertThat(report.alarms()).isEmpty())
                            .satisfies(report -> assertThat(report.caughtUp()).isTrue()));
        }
    }

    @Test
    @DisplayName("killmails again from the archive changes no battle, and says all that was ever said of them")
    void killmailsAgain() throws Exception {
        EnrichedKillmail first = war.getFirst();
        EnrichedKillmail better = revalued(first);
        try (ConfigurableApplicationContext service = commandSide.start();
                TopicReader events = commandSide.battleEvents()) {
            commandSide.send(war);
            commandSide.send(List.of(better));
            awaitBattles(events, war);
            await().atMost(PATIENCE).until(() -> count("killmail_repeat") == 1);
            await().atMost(PATIENCE).until(() -> count("command_outbox") == 0);
            long stored = stored();

            commandSide.makeAnew(Topic.KILLMAIL_ENRICHED);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report(service, ARCHIVE).alarms())
                            .singleElement()
                            .satisfies(lost -> {
                                assertThat(lost.code()).isEqualTo("TARGET_LOST");
                                // not the moment before, in which there is none
                                assertThat(lost.detail()).contains("was made anew");
                            }));
            assertThat(ask("all", ARCHIVE, new ProcessorAct.Republish(null, null))
                            .figures())
                    .containsEntry("published", (long) war.size());

            assertThat(report(service, ARCHIVE).state()).isEqualTo("idle");
            try (TopicReader killmails = commandSide.reader(Topic.KILLMAIL_ENRICHED)) {
                await().atMost(PATIENCE).until(() -> killmails.records().size() == war.size() + 1);
                List<EnrichedKillmail> told = killmails.records().stream()
                        .map(message -> read(message.value(), EnrichedKillmail.class))
                        .toList();
                assertThat(new HashSet<>(told)).contains(better).containsAll(war);
                assertThat(told.stream().filter(mail -> mail.killmailId() == first.killmailId()))
                        .containsExactly(first, better);
            }
            // the consumer goes on at the new topic's beginning by itself: something new is placed after all that is
            // known
            EnrichedKillmail news = aKillmail(999_999_999)
                    .in(AMAMAKE)
                    .at("10:00")
                    .of(RIFTER, Pilot.of(Pilot.GOONSWARM, 1))
                    .by(Pilot.of(Pilot.FRATERNITY, 2))
                    .enriched();
            commandSide.send(List.of(news));
            await().atMost(PATIENCE).until(() -> count("killmail where killmail_id = 999999999") == 1);
            await().atMost(PATIENCE).until(() -> count("command_outbox") == 0);
            assertThat(report(service, ARCHIVE).alarms()).isEmpty();
            assertThat(stored()).isEqualTo(stored);
        }
    }

    @Test
    @DisplayName("refuses what cannot be, and sets aside what cannot be read")
    void refusals() {
        try (ConfigurableApplicationContext service = commandSide.start();
                TopicReader letters = commandSide.deadLetters()) {
            ProcessorAct everything = new ProcessorAct.Republish(null, null);
            ProcessorAct start = new ProcessorAct.Reset(ProcessorAct.ResetTo.START, null, null, false, false);
            ProcessorAct never = new ProcessorAct.Republish(Instant.now().plusSeconds(3_600), null);
            commandSide.order("projection", "{not for us".getBytes(StandardCharsets.UTF_8));
            commandSide.order(ProcessorOrder.COMMAND_SIDE, "{not for anybody".getBytes(StandardCharsets.UTF_8));
            commandSide.order(
                    ProcessorOrder.COMMAND_SIDE, "{\"order\":\"onProcessor\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(ask("a", "no-such", everything).code()).isEqualTo("PROCESSOR_UNKNOWN");
            assertThat(ask("b", BATTLES, start).code()).isEqualTo("PROCESSOR_NOT_RESETTABLE");
            assertThat(ask("c", BATTLES, new ProcessorAct.SplitSegment(0)).code())
                    .isEqualTo("NOT_SUPPORTED");
            assertThat(ask("d", NEWS, everything).code()).isEqualTo("NOT_SUPPORTED");
            assertThat(ask("e", ARCHIVE, new ProcessorAct.Pause()).code()).isEqualTo("NOT_SUPPORTED");
            assertThat(ask("f", BATTLES, never).code()).isEqualTo("INSTANT_OUTSIDE_LOG");
            for (ProcessorAct act : List.of(everything, new ProcessorAct.Pause())) {
                String id = "late " + act.what();
                commandSide.order(asked(id, act, Instant.now().minus(Duration.ofHours(2))));
                await().atMost(PATIENCE).until(() -> !outcomes(id).isEmpty());
                assertThat(outcomes(id).getFirst().code()).isEqualTo("TIME_LIMIT");
            }
            assertThat(report(service, BATTLES).state()).isNotEqualTo("paused");
            commandSide.eventsDb().sql("""
                insert into publishing_act (act_id, processor, work, state, told, worker, leased_until)
                select 'long', processor, replace(work, '"b"', '"long"'), 'running', true, 'elsewhere', 'infinity'
                from publishing_act where act_id = 'b'""").update();
            assertThat(ask("g", BATTLES, everything).code()).isEqualTo("PROCESSOR_BUSY");
            assertThat(ask("g", BATTLES, everything).code()).isEqualTo("PROCESSOR_BUSY");
            assertThat(outcomes("g")).hasSize(2);

            await().atMost(PATIENCE).until(() -> letters.letters().size() == 2);
            assertThat(letters.letters()).extracting(DeadLetter::code).containsOnly("ORDER_UNREADABLE");
        }
    }

    private static EnrichedKillmail revalued(EnrichedKillmail mail) {
        Instant later = mail.provenance().receivedAt().plusSeconds(60);
        return new EnrichedKillmail(
                mail.killmailId(),
                mail.hash(),
                mail.occurredAt(),
                mail.place(),
                mail.victim(),
                mail.attackers(),
                new KillmailValue(new BigDecimal("123.45"), KillmailValue.ZKILLBOARD, true, later),
                new Provenance("r2z2", later, "again"));
    }

    private ActOutcome ask(String actId, String processor, ProcessorAct act) {
        return ask(actId, processor, false, act);
    }

    /** Waits for the answer, another one when there were some before. */
    private ActOutcome ask(String actId, String processor, boolean dryRun, ProcessorAct act) {
        int before = outcomes(actId).size();
        commandSide.order(order(actId, processor, dryRun, act));
        await().atMost(PATIENCE).until(() -> outcomes(actId).size() > before);
        return outcomes(actId).getLast();
    }

    private static ProcessorOrder order(String actId, String processor, boolean dryRun, ProcessorAct act) {
        return new ProcessorOrder(
                actId, "alice", "a test", Instant.now(), ProcessorOrder.COMMAND_SIDE, processor, null, dryRun, act);
    }

    private static ProcessorOrder asked(String actId, ProcessorAct act, Instant when) {
        return new ProcessorOrder(
                actId, "alice", "a test", when, ProcessorOrder.COMMAND_SIDE, BATTLES, null, false, act);
    }

    private List<ActOutcome> outcomes(String actId) {
        return audit.records().stream()
                .map(message -> read(message.value(), ActOutcome.class))
                .filter(outcome -> outcome.actId().equals(actId))
                .toList();
    }

    private static ProcessorReport report(ConfigurableApplicationContext service, String processor) {
        return service.getBean(ProcessorSource.class).processors().stream()
                .filter(report -> report.processor().equals(processor))
                .findFirst()
                .orElseThrow();
    }

    private long count(String from) {
        return commandSide
                .battlesDb()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private long stored() {
        return commandSide
                .eventsDb()
                .sql("select count(*) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static void awaitBattles(TopicReader events, List<EnrichedKillmail> mails) {
        Set<Set<Long>> expected = ReferenceBattles.of(LinkageRule.DEFAULT, mails);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(new HashSet<>(events.battles().values())).isEqualTo(expected));
    }

    private static List<String> ids(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream().map(PublishingIT::id).toList();
    }

    private static String id(ConsumerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("axon-message-id").value(), StandardCharsets.UTF_8);
    }

    private static Map<Integer, List<String>> byPartition(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition, Collectors.mapping(PublishingIT::id, Collectors.toList())));
    }

    private static Map<Integer, List<String>> twice(Map<Integer, List<String>> once) {
        once.replaceAll(
                (partition, ids) -> Stream.concat(ids.stream(), ids.stream()).toList());
        return once;
    }

    private static <T> T read(byte[] message, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(message, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
