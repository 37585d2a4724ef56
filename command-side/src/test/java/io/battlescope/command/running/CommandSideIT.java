package io.battlescope.command.running;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.command.linkage.ReferenceBattles;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import io.battlescope.kit.status.StatusSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CommandSideIT {

    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);

    private final CommandSideUnderTest commandSide = new CommandSideUnderTest();
    private final TopicReader events = commandSide.battleEvents();
    private final TopicReader letters = commandSide.deadLetters();

    @AfterEach
    void close() {
        events.close();
        letters.close();
        commandSide.close();
    }

    @Test
    void shuffledAndRepeatedKillmailsBecomeTheBattlesOfTheRule() {
        List<EnrichedKillmail> war = RandomWar.of(1, 1_500, 12, 6);
        List<EnrichedKillmail> order = new ArrayList<>(war);
        order.addAll(war.subList(0, 500));
        Collections.shuffle(order, new Random(7));
        try (ConfigurableApplicationContext service = commandSide.start()) {
            commandSide.send(order);
            awaitBattlesOf(war);
        }
        assertThat(letters.letters()).isEmpty();
    }

    @Test
    void restartsOnTheWayChangeNothing() {
        List<EnrichedKillmail> war = RandomWar.of(2, 900, 8, 5);
        Collections.shuffle(war, new Random(3));
        for (int part = 0; part < 3; part++) {
            try (ConfigurableApplicationContext service = commandSide.start()) {
                commandSide.send(war.subList(part * 300, (part + 1) * 300));
                // stopped while it works: no waiting for the last one
                int sent = part * 300;
                await().atMost(Duration.ofSeconds(60)).until(() -> archived() > sent);
            }
        }
        try (ConfigurableApplicationContext service = commandSide.start()) {
            awaitBattlesOf(war);
        }
    }

    @Test
    void twoInstancesShareTheWorkAndHandItOver() {
        List<EnrichedKillmail> war = RandomWar.of(4, 1_200, 16, 4);
        Collections.shuffle(war, new Random(5));
        try (ConfigurableApplicationContext first = commandSide.start()) {
            commandSide.send(war.subList(0, 400));
            await().atMost(Duration.ofSeconds(60)).until(() -> archived() > 100);
            try (ConfigurableApplicationContext second = commandSide.start()) {
                commandSide.send(war.subList(400, 800));
                await().atMost(Duration.ofSeconds(60)).until(() -> archived() > 700);
                first.close();
                commandSide.send(war.subList(800, 1_200));
                awaitBattlesOf(war);
            }
        }
        assertThat(letters.letters()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheOthersGoOn() {
        EnrichedKillmail one = aKillmail(1).at("10:00").of(RIFTER, ANN).by(BOB).enriched();
        EnrichedKillmail two = aKillmail(2).at("10:05").of(RIFTER, BOB).by(ANN).enriched();
        try (ConfigurableApplicationContext service = commandSide.start()) {
            commandSide.send(List.of(one));
            commandSide.send(KillmailBuilder.JORUND, "{\"killmailId\":7,".getBytes(StandardCharsets.UTF_8));
            commandSide.send(KillmailBuilder.JORUND, "{\"killmailId\":8}".getBytes(StandardCharsets.UTF_8));
            commandSide.send(List.of(two));
            awaitBattlesOf(List.of(one, two));
            await().atMost(Duration.ofSeconds(30)).until(() -> letters.letters().size() == 2);
        }
        assertThat(letters.letters()).extracting(DeadLetter::code).containsOnly("UNREADABLE");
    }

    @Test
    void aBattleWhoseStreamIsBrokenIsSetAsideAndTheOthersGoOn() {
        int elsewhere = KillmailBuilder.AMAMAKE;
        EnrichedKillmail one = aKillmail(1).at("10:00").of(RIFTER, ANN).by(BOB).enriched();
        EnrichedKillmail two = aKillmail(2).at("10:05").of(RIFTER, BOB).by(ANN).enriched();
        EnrichedKillmail three =
                aKillmail(3).at("10:10").of(RIFTER, BOB).by(ANN).enriched();
        EnrichedKillmail four =
                aKillmail(4).in(elsewhere).at("10:00").of(RIFTER, ANN).by(BOB).enriched();
        EnrichedKillmail five =
                aKillmail(5).in(elsewhere).at("10:01").of(RIFTER, BOB).by(ANN).enriched();
        try (ConfigurableApplicationContext service = commandSide.start()) {
            commandSide.send(List.of(one, two));
            awaitBattlesOf(List.of(one, two));
        }
        commandSide
                .eventsDb()
                .sql("update domain_event_entry set payload = '{\"battleId\":42' where sequence_number = 1")
                .update();
        try (ConfigurableApplicationContext service = commandSide.start()) {
            commandSide.send(List.of(three, four, five));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(letters.letters())
                            .extracting(DeadLetter::code)
                            .containsOnly("BATTLE_FAILED"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(events.battles().values()).contains(Set.of(4L, 5L)));
        }
    }

    @Test
    void whatItHasInHandWaitsAsLongAsItsDatabaseStandsStill() throws SQLException {
        try (ConfigurableApplicationContext service = commandSide.start();
                Connection other = commandSide.battlesConnection();
                Statement locking = other.createStatement()) {
            StatusSource status = StatusSource.all(
                    List.copyOf(service.getBeansOfType(StatusSource.class).values()));
            other.setAutoCommit(false);
            locking.execute("lock table killmail in access exclusive mode");

            commandSide.send(
                    List.of(aKillmail(1).at("10:00").of(RIFTER, ANN).by(BOB).enriched()));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> status.report().counters().get("lagRecords") == 1);
            other.rollback();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> status.report().counters().get("lagRecords") == 0);
            assertThat(status.report().counters()).containsEntry("attributed", 1L);
        }
    }

    @Test
    void noColumnIsALargeObject() {
        try (ConfigurableApplicationContext service = commandSide.start()) {
            String oids =
                    "select count(*) from information_schema.columns where table_schema = 'public' and udt_name = 'oid'";
            assertThat(commandSide.eventsDb().sql(oids).query(Long.class).single())
                    .isZero();
            assertThat(commandSide.battlesDb().sql(oids).query(Long.class).single())
                    .isZero();
        }
    }

    private long archived() {
        return commandSide
                .battlesDb()
                .sql("select count(*) from killmail")
                .query(Long.class)
                .single();
    }

    private void awaitBattlesOf(List<EnrichedKillmail> mails) {
        Set<Set<Long>> expected = ReferenceBattles.of(LinkageRule.DEFAULT, mails);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        assertThat(new HashSet<>(events.battles().values())).isEqualTo(expected));
    }
}
