package io.battlescope.command.attribution;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.battle.Battle;
import io.battlescope.command.linkage.BattleIds;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import io.battlescope.testing.TestInfrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins redraw stays redrawn: on a real database, with late killmails, in every order, and back again. */
@DisplayName("A correction of what belongs together")
class CorrectionsIT {

    private static final int PARTITION = 3;
    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);
    private static final Pilot EVE = Pilot.of(Pilot.PANDEMIC_HORDE, 5);
    private static final Pilot DAN = Pilot.of(99_000_001L, 6);

    private DataSource battlesDb;
    private final Map<String, List<BattleEvent>> stored = new HashMap<>();
    private final List<ActOutcome> outcomes = new ArrayList<>();
    private AttributionPipeline pipeline;
    private int acts;

    @BeforeEach
    void begin() {
        TestInfrastructure infrastructure = TestInfrastructure.running();
        battlesDb =
                new DriverManagerDataSource(infrastructure.newDatabase("battles"), infrastructure.databaseOwner(), "");
        Flyway.configure()
                .dataSource(battlesDb)
                .locations("classpath:db/battles")
                .load()
                .migrate();
        stored.clear();
        outcomes.clear();
        pipeline = instance(LinkageRule.DEFAULT);
    }

    @Test
    @DisplayName("cuts a battle in two at a time, for late killmails too, and makes it one again")
    void splitsAtATime() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"), kill(4, "10:15"), kill(5, "10:20"));
        String battle = BattleIds.openedBy(2);

        act(battle, new OverlayAct.SplitAt(at("10:12")));
        assertThat(killmails()).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L), Set.of(4L, 5L));
        assertThat(killmails(battle)).containsExactly(1L, 2L, 3L);

        deliver(kill(6, "10:11"), kill(7, "10:13"));
        assertThat(killmails()).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L, 6L), Set.of(4L, 5L, 7L));

        act(battle, new OverlayAct.Undo("act-1"));
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L));
        assertThat(killmails(battle)).hasSize(7);
        assertDone(2);
    }

    @Test
    @DisplayName("parts two fights that one party glues together")
    void splitsByParties() {
        deliver(kill(1, "10:00"), kill(2, "10:05"));
        deliver(
                delivery(aKillmail(3).at("10:06").of(RIFTER, EVE).by(DAN)),
                delivery(aKillmail(4).at("10:07").of(RIFTER, EVE).by(DAN)),
                delivery(aKillmail(5).at("10:08").of(RIFTER, BOB).by(DAN)));
        String battle = BattleIds.openedBy(2);
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L, 4L, 5L));

        act(battle, new OverlayAct.SplitByParties(List.of(DAN.party())));

        assertThat(killmails()).containsExactlyInAnyOrder(Set.of(1L, 2L), Set.of(3L, 4L, 5L));
        assertDone(1);
    }

    @Test
    @DisplayName("moves a killmail to another battle and back")
    void moves() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"));
        deliver(kill(11, "11:00"), kill(12, "11:05"));
        String morning = BattleIds.openedBy(2);
        String noon = BattleIds.openedBy(12);

        act(morning, new OverlayAct.MoveKillmail(3, noon));
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(killmails(noon)).containsExactlyInAnyOrder(3L, 11L, 12L);

        // what is linked to it alone does not follow it
        deliver(kill(4, "10:12"));
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L, 4L);

        act(morning, new OverlayAct.Undo("act-1"));
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(killmails(noon)).containsExactlyInAnyOrder(11L, 12L);
        assertDone(2);
    }

    @Test
    @DisplayName("makes one battle of two, and the one that was taken in stands up again under its own id")
    void mergesAndParts() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"));
        deliver(kill(11, "11:00"), kill(12, "11:05"));
        String morning = BattleIds.openedBy(2);
        String noon = BattleIds.openedBy(12);

        act(noon, new OverlayAct.SetTitle("Second wave"));
        act(noon, new OverlayAct.MergeWith(morning));
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L, 11L, 12L));
        assertThat(battle(noon).mergedInto()).isEqualTo(morning);
        assertThat(battle(morning).overlay().inForce())
                .as("the title goes along")
                .containsKey("act-1");

        act(morning, new OverlayAct.Undo("act-2"));
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(killmails(noon)).containsExactlyInAnyOrder(11L, 12L);
        assertDone(3);
    }

    @Test
    @DisplayName("leaves an excluded killmail out wherever its battle goes")
    void excludes() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"));
        deliver(kill(11, "10:30"), kill(12, "10:33"), kill(13, "10:34"), kill(14, "10:35"));
        String morning = BattleIds.openedBy(2);
        String later = BattleIds.openedBy(12);
        act(morning, new OverlayAct.ExcludeKillmail(3));
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L);

        // a late killmail links both; the excluded one still holds its battle together
        deliver(kill(20, "10:20"));
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 11L, 12L, 13L, 14L, 20L));

        act(later, new OverlayAct.ReinstateKillmail(3));
        assertThat(killmails(later)).containsExactlyInAnyOrder(1L, 2L, 3L, 11L, 12L, 13L, 14L, 20L);
        assertDone(2);
    }

    @Test
    @DisplayName("is refused with its own code, and nothing changes")
    void refusals() {
        deliver(kill(1, "10:00"), kill(2, "10:05"));
        deliver(delivery(aKillmail(11)
                .in(KillmailBuilder.AMAMAKE)
                .at("10:00")
                .of(RIFTER, ANN)
                .by(BOB)));
        deliver(delivery(aKillmail(12)
                .in(KillmailBuilder.AMAMAKE)
                .at("10:01")
                .of(RIFTER, ANN)
                .by(BOB)));
        String battle = BattleIds.openedBy(2);
        int events = stored.get(battle).size();

        act("no-such-battle", new OverlayAct.SetTitle("x"));
        act(battle, new OverlayAct.MergeWith("no-such-battle"));
        act(battle, new OverlayAct.MergeWith(BattleIds.openedBy(12)));
        act(battle, new OverlayAct.MoveKillmail(99, battle));
        act(battle, new OverlayAct.SplitByParties(List.of(ANN.party(), BOB.party())));
        act(battle, new OverlayAct.Undo("never-done"));

        assertThat(outcomes)
                .extracting(ActOutcome::code)
                .containsExactly(
                        "BATTLE_UNKNOWN",
                        "BATTLE_UNKNOWN",
                        "BATTLE_OF_ANOTHER_SYSTEM",
                        "KILLMAIL_NOT_IN_BATTLE",
                        "ACT_CHANGES_NOTHING",
                        "ACT_UNKNOWN");
        assertThat(stored.get(battle)).hasSize(events);
    }

    @Test
    @DisplayName("is done once and answered the same, however often it is delivered")
    void isDoneOnce() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"), kill(4, "10:15"));
        OverlayOrder order = order(BattleIds.openedBy(2), new OverlayAct.SplitAt(at("10:07")));
        pipeline.obey(PARTITION, order);
        int events = stored.values().stream().mapToInt(List::size).sum();

        AttributionPipeline successor = instance(LinkageRule.DEFAULT);
        successor.obey(PARTITION, order);

        assertThat(stored.values().stream().mapToInt(List::size).sum()).isEqualTo(events);
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    }

    @RepeatedTest(5)
    @DisplayName("and re-clustering lead to the same battles in whatever order killmails come before and after")
    void orderDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Delivery> mails = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            mails.add(delivery(aKillmail(100 + i)
                    .at(at("10:00").plusSeconds(random.nextInt(7_200)))
                    .of(RIFTER, pilot(random))
                    .by(pilot(random), pilot(random))));
        }
        Set<Set<Long>> expected = null;
        for (int known : List.of(40, 30, 20)) {
            begin();
            Collections.shuffle(mails, random);
            mails.subList(0, known).forEach(this::deliver);
            acts = 0;
            recluster(false);
            mails.subList(known, 40).forEach(this::deliver);
            recluster(false);
            Set<Set<Long>> battles = Set.copyOf(killmails());
            assertThat(battles).isEqualTo(expected == null ? battles : expected);
            expected = battles;
        }
    }

    @Test
    @DisplayName("clusters anew with another gap: a dry run tells first, ids stay where most killmails stay")
    void reclusters() {
        deliver(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10"));
        deliver(kill(11, "10:30"), kill(12, "10:35"));
        String morning = BattleIds.openedBy(2);
        String later = BattleIds.openedBy(12);
        pipeline = instance(new LinkageRule(1_200, 2, 1));

        recluster(true);
        assertThat(outcomes.getLast().figures())
                .containsEntry("battlesBefore", 2L)
                .containsEntry("battlesAfter", 1L)
                .containsEntry("battlesMerged", 1L);
        assertThat(killmails()).hasSize(2);

        recluster(false);
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L, 3L, 11L, 12L);
        assertThat(battle(later).mergedInto()).isEqualTo(morning);
        assertThat(battle(morning).rule().gapSeconds()).isEqualTo(1_200);

        pipeline = instance(LinkageRule.DEFAULT);
        recluster(false);
        assertThat(killmails(morning)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(killmails(later)).containsExactlyInAnyOrder(11L, 12L);
        assertThat(battle(later).mergedInto()).isNull();
    }

    @Test
    @DisplayName("has nothing to do with the life cycle: battles end by the feed's time and resume with a late kill")
    void lifeCycle() {
        deliver(kill(1, "10:00"), kill(2, "10:05"));
        String battle = BattleIds.openedBy(2);
        deliver(delivery(aKillmail(50)
                .in(KillmailBuilder.AMAMAKE)
                .at("10:34")
                .of(RIFTER, EVE)
                .by(DAN)));
        assertThat(battle(battle).ended()).isFalse();

        deliver(delivery(aKillmail(51)
                .in(KillmailBuilder.AMAMAKE)
                .at("10:35")
                .of(RIFTER, EVE)
                .by(DAN)));
        assertThat(battle(battle).ended()).isTrue();

        deliver(kill(3, "10:15"));
        assertThat(battle(battle).ended()).isFalse();
        assertThat(stored.get(battle).stream().filter(e -> e instanceof BattleEnded || e instanceof BattleResumed))
                .hasSize(2);
    }

    private AttributionPipeline instance(LinkageRule rule) {
        BattlesStore store = new BattlesStore(battlesDb);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(battlesDb));
        AttributionPipeline instance = AttributionPipeline.over(
                rule,
                new QuietTime(1_800),
                store,
                transaction,
                new RememberedBattles(stored),
                new Nothing(),
                outcomes::add);
        instance.assign(Set.of(PARTITION), system -> PARTITION);
        return instance;
    }

    /** Nothing may be set aside here. */
    private static final class Nothing implements KillmailSetAside {
        @Override
        public void setAside(Delivery delivery, RuntimeException reason) {
            throw new AssertionError(delivery.position(), reason);
        }

        @Override
        public void setAside(OutboxRow row, PlannedCommand command, RuntimeException reason) {
            throw new AssertionError(command.toString(), reason);
        }
    }

    private void assertDone(int count) {
        assertThat(outcomes)
                .hasSize(count)
                .allSatisfy(outcome ->
                        assertThat(outcome.status()).as("%s", outcome).isEqualTo(ActStatus.DONE));
    }

    private void act(String battleId, OverlayAct act) {
        pipeline.obey(PARTITION, order(battleId, act));
    }

    private OverlayOrder order(String battleId, OverlayAct act) {
        acts++;
        return new OverlayOrder(
                "act-" + acts, "alice", "a good reason", at("12:00").plusSeconds(acts), battleId, 30001155, null, act);
    }

    /** As many turns as it takes: killmails need not wait for the end of it. */
    private void recluster(boolean dryRun) {
        acts++;
        int before = outcomes.size();
        pipeline.obey(
                PARTITION,
                new ReclusterOrder(
                        "act-" + acts, "alice", "a good reason", at("12:00"), null, null, null, dryRun, 0, 1));
        while (outcomes.size() == before) {
            pipeline.idle();
        }
    }

    private void deliver(Delivery... deliveries) {
        pipeline.process(Arrays.asList(deliveries));
    }

    private static Delivery kill(long id, String at) {
        return delivery(aKillmail(id).at(at).of(RIFTER, ANN).by(BOB));
    }

    private static Pilot pilot(Random random) {
        return List.of(ANN, BOB, EVE, DAN).get(random.nextInt(4));
    }

    private static Delivery delivery(KillmailBuilder builder) {
        EnrichedKillmail mail = builder.enriched();
        try {
            byte[] payload = MessageJson.mapper().writeValueAsBytes(mail);
            return new Delivery(PARTITION, PARTITION + "@" + mail.killmailId(), payload, mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant at(String timeOfDay) {
        return Instant.parse("2021-11-28T" + timeOfDay + ":00Z");
    }

    private Battle battle(String battleId) {
        return stored.getOrDefault(battleId, List.of()).stream().reduce(Battle.NONE, Battle::evolve, (a, b) -> b);
    }

    private Set<Long> killmails(String battleId) {
        return battle(battleId).killmails().keySet();
    }

    private List<Set<Long>> killmails() {
        return RememberedBattles.killmails(stored).values().stream()
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ids.stream().collect(Collectors.toSet()))
                .toList();
    }
}
