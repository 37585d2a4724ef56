package io.battlescope.view.battle;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.view.battle.TimelineMinute.SideLosses;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.killmail.AttributionView;
import io.battlescope.view.killmail.BattleKillmailView;
import io.battlescope.view.killmail.FindBattleKillmails;
import io.battlescope.view.killmail.KillmailSummary;
import io.battlescope.view.name.NamedParty;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.side.BattleShare;
import io.battlescope.view.side.FriendlyFire;
import io.battlescope.view.side.HullCount;
import io.battlescope.view.side.PairView;
import io.battlescope.view.side.PartyView;
import io.battlescope.view.side.Side;
import io.battlescope.view.side.SideSummary;
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
        database.clear();
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
                        new TimelineMinute(
                                NOON,
                                2,
                                new BigDecimal("3.00"),
                                List.of(new SideLosses(null, 2, new BigDecimal("3.00")))),
                        new TimelineMinute(NOON.plusSeconds(120), 1, null, List.of(new SideLosses(null, 1, null))));
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
        assertThat(losses.getFirst().who().party()).isEqualTo(nameless(VICTIMS));
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
        database.participant("b", 91).insert();
        database.participant("b", 93).insert();
        database.participant("b", 92)
                .with("party_id", KILLERS.id())
                .with("party_kind", "alliance")
                .insert();
        database.pair("b", VICTIMS.id(), KILLERS.id())
                .with("kills_by_high", 4)
                .with("isk_by_high", 2_000_000)
                .insert();

        assertThat(detail().unassigned().parties())
                .extracting(PartyView::id, PartyView::share)
                .containsExactly(
                        tuple(VICTIMS.id(), new BattleShare(0, 3, 2, isk("2000000.00"), isk("0.00"))),
                        tuple(KILLERS.id(), new BattleShare(4, 0, 1, isk("0.00"), isk("2000000.00"))));
    }

    @Test
    void aBattleIsDividedAmongItsSides() {
        twoSides();

        BattleDetail battle = detail();

        assertThat(battle.sides())
                .extracting(Side::sideId, Side::share, Side::efficiency)
                .containsExactly(
                        tuple(1, new BattleShare(0, 1, 1, isk("500000.00"), isk("0.00")), isk("0.0000")),
                        tuple(2, new BattleShare(1, 1, 2, isk("500000.00"), isk("450000.00")), isk("0.4737")));
        assertThat(battle.unassigned().share()).isEqualTo(new BattleShare(1, 0, 1, isk("0.00"), isk("550000.00")));
        assertThat(battle.unassigned().friendlyFire()).isEqualTo(new FriendlyFire(1, isk("500000.00")));
        PartyView killers = battle.sides().get(1).parties().getFirst();
        assertThat(killers.kind()).isEqualTo(PartyKind.ALLIANCE);
        assertThat(killers.pinned()).isTrue();
        assertThat(killers.confidence()).isEqualTo("1.00");
        assertThat(killers.evidence())
                .containsExactly(new PairView(nameless(VICTIMS), 1, 0, 1, 0, 0, isk("450000.00")));
        assertThat(battle.sides().get(1).hulls())
                .containsExactly(new HullCount(587, "Rifter", 2, 1), new HullCount(24698, "Drake", 1, 0));
        assertThat(battle.unassigned().parties()).extracting(PartyView::id).containsExactly(96L);
    }

    @Test
    void listsSayTheSameOfSidesAsTheBattleInFull() {
        twoSides();

        BattleSummary summary = answers.to(
                        new FindBattles(BattleFilter.ANY, BattleSort.NEWEST_ACTIVITY, PageRequest.first(5)))
                .items()
                .getFirst();
        BattleDetail battle = detail();

        assertThat(summary.battle()).isEqualTo(battle.battle());
        assertThat(summary.sides())
                .extracting(SideSummary::sideId, SideSummary::share, SideSummary::efficiency)
                .isEqualTo(battle.sides().stream()
                        .map(side -> tuple(side.sideId(), side.share(), side.efficiency()))
                        .toList());
        assertThat(summary.sides().get(1).parties()).containsExactly(nameless(KILLERS));
        assertThat(summary.unassigned().share()).isEqualTo(battle.unassigned().share());
        assertThat(summary.unassigned().friendlyFire())
                .isEqualTo(battle.unassigned().friendlyFire());
    }

    @Test
    void compositionAndTimelineAreBySide() {
        twoSides();

        BattleComposition composition =
                answers.to(new FindBattleComposition("b")).orElseThrow();
        assertThat(composition.sides())
                .extracting(side -> side.hulls())
                .isEqualTo(detail().sides().stream().map(Side::hulls).toList());
        assertThat(composition.unassigned().hulls())
                .isEqualTo(detail().unassigned().hulls());
        BattleTimeline timeline = answers.to(new FindBattleTimeline("b")).orElseThrow();
        assertThat(timeline.minutes()).isEqualTo(detail().timeline());
        assertThat(timeline.minutes().getFirst().sides())
                .containsExactly(new SideLosses(1, 1, isk("500000.00")), new SideLosses(2, 1, isk("500000.00")));
        assertThat(answers.to(new FindBattleComposition("nobody"))).isEmpty();
        assertThat(answers.to(new FindBattleTimeline("nobody"))).isEmpty();
    }

    @Test
    void actsInForceAreShownOldestFirst() {
        database.battle("b").with("title", "Third of Jita").insert();
        database.act("b", "a2").with("at", NOON.plusSeconds(5)).insert();
        database.act("b", "a1")
                .with("act", "{\"act\": \"setTitle\", \"title\": \"Third of Jita\"}")
                .insert();
        database.act("b", "undone").with("undone_by", "a3").insert();

        assertThat(detail().battle().title()).isEqualTo("Third of Jita");
        assertThat(detail().overlay())
                .containsExactly(
                        new OverlayEntry(
                                "a1", "Alice", "seen on stream", NOON, new OverlayAct.SetTitle("Third of Jita")),
                        new OverlayEntry(
                                "a2",
                                "Alice",
                                "seen on stream",
                                NOON.plusSeconds(5),
                                new OverlayAct.Annotate("a note")));
    }

    @Test
    void anOwnerOfWhomOnlyAStructureFiredIsKnownFromTheMails() {
        database.battle("b").insert();
        database.attributed(1, "b").insert();
        database.mail(1)
                .with("attackers", "[{\"party\": {\"kind\": \"corporation\", \"id\": 98000077}}, {}]")
                .insert();
        database.pair("b", VICTIMS.id(), 98000077).with("kills_by_high", 1).insert();

        assertThat(detail().unassigned().parties())
                .extracting(PartyView::kind, PartyView::id)
                .containsExactly(tuple(PartyKind.CORPORATION, VICTIMS.id()), tuple(PartyKind.CORPORATION, 98000077L));
    }

    @Test
    void aCapsuleIsShownWithItsShip() {
        database.battle("b").insert();
        ship(1, 91, 0);
        capsule(2, 91, 60);
        capsule(3, 91, 120);
        ship(4, 93, 0);
        database.side("b", VICTIMS, 2).insert();
        database.participant("b", 91)
                .with("losses", 3)
                .with("isk_lost", 1_500_000)
                .insert();

        // the capsule lies on another page than its ship
        List<BattleKillmailView> killmails = answers.pages(1, page -> new FindBattleKillmails("b", page), () -> {});

        assertThat(killmails)
                .extracting(
                        view -> view.killmail().killmailId(),
                        BattleKillmailView::podKillmailId,
                        BattleKillmailView::podIsk,
                        BattleKillmailView::podOf)
                .containsExactly(
                        tuple(1L, 2L, isk("500000.00"), null),
                        tuple(4L, null, null, null),
                        tuple(2L, null, null, 1L),
                        tuple(3L, null, null, null));
        assertThat(killmails)
                .allSatisfy(view -> assertThat(view.killmail().sideId()).isEqualTo(2));
        Participant pilot = answers.to(new FindBattleParticipants("b", PageRequest.first(5)))
                .items()
                .getFirst();
        assertThat(pilot.sideId()).isEqualTo(2);
        assertThat(pilot.lossCount())
                .as("capsules of a pilot who lost a ship are no losses")
                .isEqualTo(1);
        assertThat(pilot.losses())
                .containsExactly(
                        new PilotLoss(1, NOON, 587, "Rifter", isk("500000.00"), 2L, isk("500000.00")),
                        new PilotLoss(3, NOON.plusSeconds(120), CAPSULE, "Capsule", isk("500000.00"), null, null));
    }

    @Test
    void aPilotIsOneRowWithEveryHull() {
        database.battle("b").insert();
        database.attributed(1, "b").with("isk", null).insert();
        database.participant("b", 91).with("losses", 1).insert();
        database.hull("b", 91, 587).with("kills", 1).with("losses", 1).insert();
        database.hull("b", 91, 0).with("kills", 5).insert();
        database.hull("b", 91, 24698).with("kills", 1).insert();

        List<Participant> pilots = answers.to(new FindBattleParticipants("b", PageRequest.first(20)))
                .items();

        assertThat(pilots).singleElement().satisfies(pilot -> {
            assertThat(pilot.iskLost()).as("value not known").isNull();
            assertThat(pilot.losses()).containsExactly(new PilotLoss(1, NOON, 587, "Rifter", null, null, null));
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
                .extracting(view -> view.killmail().killmailId())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 33).mapToObj(i -> (long) i).toList());
        assertThat(answers.pages(5, page -> new FindBattleParticipants("b", page), () -> {}))
                .extracting(pilot -> pilot.who().characterId())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 33).mapToObj(i -> (long) i).toList());
    }

    @Test
    void aKillmailSaysWhyItIsInItsBattle() {
        database.battle("b").insert();
        database.attributed(8, "b").insert();

        KillmailSummary killmail = answers.to(new FindBattleKillmails("b", PageRequest.first(1)))
                .items()
                .getFirst()
                .killmail();

        assertThat(killmail.attribution().linkedKillmailId()).isEqualTo(7);
        assertThat(killmail.attribution().sharedParty()).isEqualTo(98000002);
        assertThat(killmail.attribution().sharedPartyKind()).isEqualTo(PartyKind.CORPORATION);
        assertThat(killmail.attribution().gapSeconds()).isEqualTo(60);
        assertThat(killmail.systemName()).isEqualTo("Jita");
    }

    @Test
    void aKillmailThatAnAdminPutThereSharesNoParty() {
        database.battle("b").insert();
        database.attributed(8, "b")
                .with("shared_party_id", null)
                .with("shared_party_kind", null)
                .insert();

        KillmailSummary killmail = answers.to(new FindBattleKillmails("b", PageRequest.first(1)))
                .items()
                .getFirst()
                .killmail();

        assertThat(killmail.attribution()).isEqualTo(new AttributionView(7, null, null, null, null, 60));
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

    private static NamedParty nameless(Party party) {
        return new NamedParty(party.kind(), party.id(), null, null);
    }

    private static BattleDetail detail() {
        return answers.to(new FindBattle("b")).orElseThrow();
    }

    /** A Rifter of the victims falls to the killers, one of whom shoots another; a bystander watches. */
    private static void twoSides() {
        database.battle("b").insert();
        database.attributed(1, "b").insert();
        database.attributed(2, "b")
                .with("victim_character_id", 92)
                .with("victim_party_id", KILLERS.id())
                .with("victim_party_kind", "alliance")
                .insert();
        database.participant("b", 91).insert();
        for (long killer : new long[] {92, 94}) {
            database.participant("b", killer)
                    .with("party_id", KILLERS.id())
                    .with("party_kind", "alliance")
                    .insert();
        }
        database.participant("b", 96)
                .with("party_id", 96)
                .with("party_kind", "character")
                .insert();
        database.hull("b", 91, 587).with("kills", 0).with("losses", 1).insert();
        database.hull("b", 92, 587)
                .with("losses", 1)
                .with("last_loss_at", NOON)
                .with("last_attack_at", NOON.plusSeconds(1))
                .insert();
        database.hull("b", 94, 24698).insert();
        database.side("b", VICTIMS, 1).insert();
        database.side("b", KILLERS, 2).with("pinned", true).insert();
        // damage of NPCs belongs to nobody
        database.pair("b", VICTIMS.id(), KILLERS.id())
                .with("kills_by_high", 1)
                .with("mails_by_high", 1)
                .with("isk_by_high", 450_000)
                .with("hostility", 900)
                .insert();
        database.pair("b", KILLERS.id(), KILLERS.id())
                .with("kills_by_low", 1)
                .with("mails_by_low", 1)
                .with("isk_by_low", 500_000)
                .insert();
    }

    private static void ship(long killmailId, long pilot, int second) {
        database.attributed(killmailId, "b")
                .with("victim_character_id", pilot)
                .with("occurred_at", NOON.plusSeconds(second))
                .insert();
        database.mail(killmailId).insert();
    }

    private static void capsule(long killmailId, long pilot, int second) {
        database.attributed(killmailId, "b")
                .with("victim_character_id", pilot)
                .with("occurred_at", NOON.plusSeconds(second))
                .with("hull_type_id", CAPSULE)
                .with("capsule", true)
                .insert();
        database.mail(killmailId).insert();
    }

    private static BigDecimal isk(String amount) {
        return new BigDecimal(amount);
    }

    private static void loss(long killmailId, long pilot, int hull, boolean capsule) {
        database.attributed(killmailId, "b")
                .with("victim_character_id", pilot)
                .with("hull_type_id", hull)
                .with("capsule", capsule)
                .insert();
        database.mail(killmailId).insert();
    }
}
