package io.battlescope.view.battle;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.killmail.FindBattleKillmails;
import io.battlescope.view.killmail.KillmailSummary;
import io.battlescope.view.page.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BattleDetailIT {

    private static final Party VICTIMS = new Party(PartyKind.CORPORATION, 98000001);
    private static final Party KILLERS = new Party(PartyKind.ALLIANCE, 99000002);
    private static final int CAPSULE = 670;

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner()
                .sql("truncate battle, battle_killmail, battle_participant, battle_participant_hull, killmail")
                .update();
    }

    @Test
    void theTimelineHasTheMinutesWithKillsInOrder() {
        database.battle("b").insert();
        database.attributed(3, "b")
                .with("occurred_at", NOON.plusSeconds(150))
                .with("isk", null)
                .insert();
        database.attributed(2, "b")
                .with("occurred_at", NOON.plusSeconds(59))
                .with("isk", 1)
                .insert();
        database.attributed(1, "b").with("isk", 2).insert();

        assertThat(detail().timeline())
                .containsExactly(
                        new TimelineMinute(NOON, 2, new BigDecimal("3.00")),
                        new TimelineMinute(NOON.plusSeconds(120), 1, null));
    }

    @Test
    void theTenDearestLossesComeDearestFirst() {
        database.battle("b").insert();
        IntStream.rangeClosed(1, 12)
                .forEach(i -> database.attributed(i, "b")
                        .with("isk", i == 5 ? null : i * 100)
                        .insert());

        List<TopLoss> losses = detail().topLosses();

        assertThat(losses).extracting(TopLoss::killmailId).containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 4L, 3L, 2L);
        assertThat(losses.getFirst().iskDestroyed()).isEqualTo("1200.00");
        assertThat(losses.getFirst().party()).isEqualTo(VICTIMS);
        assertThat(losses.getFirst().hullName()).isEqualTo("Rifter");
    }

    @Test
    void aPartyCountsShipsAndStructuresButNoCapsuleOfAPilotWhoLostAShip() {
        database.battle("b").insert();
        loss(1, 91, 587, false);
        loss(2, 91, CAPSULE, true);
        loss(3, 93, CAPSULE, true);
        database.attributed(4, "b")
                .with("victim_character_id", null)
                .with("structure", true)
                .insert();
        database.killmail(4).with("structure", true).insert();
        database.participant("b", 91).insert();
        database.participant("b", 93).insert();
        database.participant("b", 92)
                .with("party_id", KILLERS.id())
                .with("party_kind", "alliance")
                .with("final_blows", 3)
                .insert();

        assertThat(detail().parties())
                .containsExactly(
                        new PartyTotals(VICTIMS, 0, 3, 2, new BigDecimal("2000000.00")),
                        new PartyTotals(KILLERS, 3, 0, 1, null));
    }

    @Test
    void aPilotIsOneRowWithEveryHull() {
        database.battle("b").insert();
        database.participant("b", 91).with("losses", 1).insert();
        database.hull("b", 91, 587).with("kills", 1).with("losses", 1).insert();
        database.hull("b", 91, 0).with("kills", 5).insert();
        database.hull("b", 91, 24698).with("kills", 1).insert();

        List<Participant> pilots = answers.to(new FindBattleParticipants("b", PageRequest.first(20)))
                .items();

        assertThat(pilots).singleElement().satisfies(pilot -> {
            assertThat(pilot.iskLost()).as("value not known").isNull();
            assertThat(pilot.hulls())
                    .containsExactly(
                            new FlownHull(null, null, 5, 0),
                            new FlownHull(587, "Rifter", 1, 1),
                            new FlownHull(24698, "Drake", 1, 0));
        });
    }

    @Test
    void killmailsAndPilotsPageWithoutGapOrRepetition() {
        database.battle("b").insert();
        IntStream.rangeClosed(1, 33).forEach(i -> {
            database.attributed(i, "b")
                    .with("occurred_at", NOON.plusSeconds(i / 4))
                    .insert();
            database.participant("b", i).insert();
        });
        database.battle("other").insert();
        database.attributed(99, "other").insert();
        database.participant("other", 99).insert();

        assertThat(answers.pages(5, page -> new FindBattleKillmails("b", page), () -> {}))
                .extracting(KillmailSummary::killmailId)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 33).mapToObj(i -> (long) i).toList());
        assertThat(answers.pages(5, page -> new FindBattleParticipants("b", page), () -> {}))
                .extracting(Participant::characterId)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 33).mapToObj(i -> (long) i).toList());
    }

    @Test
    void aKillmailSaysWhyItIsInItsBattle() {
        database.battle("b").insert();
        database.attributed(8, "b").insert();

        KillmailSummary killmail = answers.to(new FindBattleKillmails("b", PageRequest.first(1)))
                .items()
                .getFirst();

        assertThat(killmail.attribution().linkedKillmailId()).isEqualTo(7);
        assertThat(killmail.attribution().sharedParty()).isEqualTo(98000002);
        assertThat(killmail.attribution().sharedPartyKind()).isEqualTo(PartyKind.CORPORATION);
        assertThat(killmail.attribution().gapSeconds()).isEqualTo(60);
        assertThat(killmail.systemName()).isEqualTo("Jita");
    }

    @Test
    void mergersLeadToTheSurvivorAndCirclesNowhere() {
        database.battle("a").with("merged_into", "b").insert();
        database.battle("b").with("merged_into", "c").insert();
        database.battle("c").insert();
        database.battle("small").with("loss_count", 1).insert();
        database.battle("x").with("merged_into", "y").insert();
        database.battle("y").with("merged_into", "x").insert();
        database.battle("self").with("merged_into", "self").insert();

        assertThat(answers.to(new LocateBattle("a"))).contains(new BattleLocation("c", true, true));
        assertThat(answers.to(new LocateBattle("c"))).contains(new BattleLocation("c", false, true));
        assertThat(answers.to(new LocateBattle("small"))).contains(new BattleLocation("small", false, false));
        assertThat(answers.to(new LocateBattle("x"))).isEmpty();
        assertThat(answers.to(new LocateBattle("self"))).isEmpty();
        assertThat(answers.to(new LocateBattle("nobody"))).isEmpty();
        assertThat(answers.to(new FindBattle("small"))).isEmpty();
        assertThat(answers.to(new FindBattle("a"))).isEmpty();
    }

    private static BattleDetail detail() {
        return answers.to(new FindBattle("b")).orElseThrow();
    }

    private static void loss(long killmailId, long pilot, int hull, boolean capsule) {
        database.attributed(killmailId, "b")
                .with("victim_character_id", pilot)
                .with("hull_type_id", hull)
                .with("capsule", capsule)
                .insert();
        database.killmail(killmailId)
                .with("victim_character_id", pilot)
                .with("hull_type_id", hull)
                .with("capsule", capsule)
                .insert();
    }
}
