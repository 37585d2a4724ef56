package io.battlescope.command.axon;

import static io.battlescope.command.story.BattleOfJorund.ANN;
import static io.battlescope.command.story.BattleOfJorund.ANN_LOSES_HER_CAPSULE;
import static io.battlescope.command.story.BattleOfJorund.ANN_LOSES_HER_RIFTER;
import static io.battlescope.command.story.BattleOfJorund.BATTLE;
import static io.battlescope.command.story.BattleOfJorund.BOB;
import static io.battlescope.command.story.BattleOfJorund.CAPSULE_FOLLOWS;
import static io.battlescope.command.story.BattleOfJorund.FIRST_BLOOD;
import static io.battlescope.command.story.BattleOfJorund.OPENED;
import static io.battlescope.command.story.BattleOfJorund.SIDES;
import static io.battlescope.command.story.BattleOfJorund.SKIRMISH;
import static io.battlescope.command.story.BattleOfJorund.refusal;
import static io.battlescope.command.story.BattleOfJorund.totals;
import static io.battlescope.command.story.KillmailBuilder.JORUND;

import io.battlescope.api.battle.AdoptOverlay;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayAct.Annotate;
import io.battlescope.api.battle.OverlayAct.ExcludeKillmail;
import io.battlescope.api.battle.OverlayAct.MergeWith;
import io.battlescope.api.battle.OverlayAct.MoveKillmail;
import io.battlescope.api.battle.OverlayAct.PinParty;
import io.battlescope.api.battle.OverlayAct.ReinstateKillmail;
import io.battlescope.api.battle.OverlayAct.SetTitle;
import io.battlescope.api.battle.OverlayAct.SplitAt;
import io.battlescope.api.battle.OverlayAct.SplitByParties;
import io.battlescope.api.battle.OverlayAct.Undo;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.story.Pilot;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An admin")
class OverlayAggregateTest {

    private static final Instant NOON = Instant.parse("2021-11-29T12:00:00Z");
    private static final Party STRANGER = Pilot.of(Pilot.PANDEMIC_HORDE, 1).party();
    private static final KillmailsAttributed CAPSULE_RETURNS = CAPSULE_FOLLOWS;
    private static final OverlayEntry EXCLUSION = entry("act-1", new ExcludeKillmail(3));
    private static final OverlayChanged EXCLUDED = new OverlayChanged(BATTLE, JORUND, EXCLUSION, null);
    private static final KillmailsRemoved CAPSULE_REMOVED = new KillmailsRemoved(
            BATTLE,
            JORUND,
            RemovalCause.EXCLUDED,
            "act-1",
            List.of(ANN_LOSES_HER_CAPSULE),
            totals(2, 2, 3, "1000000.75", 0, "10:21", "10:22"));

    private FixtureConfiguration<BattleAggregate> battle;

    @BeforeEach
    void aBattle() {
        battle = new AggregateTestFixture<>(BattleAggregate.class);
    }

    private TestExecutor<BattleAggregate> fought() {
        return battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS);
    }

    @Nested
    @DisplayName("pins a party")
    class Pinning {

        @Test
        @DisplayName("to a side, which is named by one of its members from then on")
        void toASide() {
            OverlayEntry asked = entry("act-1", new PinParty(BOB.party(), 2, null));
            OverlayEntry recorded = entry("act-1", new PinParty(BOB.party(), 2, ANN.party()));
            fought().when(change(asked))
                    .expectEvents(
                            new OverlayChanged(BATTLE, JORUND, recorded, null),
                            new SidesDrawn(
                                    BATTLE,
                                    JORUND,
                                    List.of(new PartySide(BOB.party(), 1, true), new PartySide(ANN.party(), 1, false)),
                                    1));
        }

        @Test
        @DisplayName("to none, and takes it back")
        void toNoneAndBack() {
            OverlayEntry asked = entry("act-1", new PinParty(BOB.party(), null, null));
            SidesDrawn unassigned = new SidesDrawn(
                    BATTLE,
                    JORUND,
                    List.of(new PartySide(BOB.party(), null, true), new PartySide(ANN.party(), 1, false)),
                    1);
            battle.given(OPENED, FIRST_BLOOD, SIDES, new OverlayChanged(BATTLE, JORUND, asked, null), unassigned)
                    .when(change(entry("act-2", new Undo("act-1"))))
                    .expectEvents(
                            new OverlayUndone(BATTLE, JORUND, "act-1", "act-2", "alice", "a good reason", NOON), SIDES);
        }

        @Test
        @DisplayName("only if it fought here, to a side that there is, and not to itself")
        void refusals() {
            refused(new PinParty(STRANGER, 1, null), BattleRefusal.PARTY_NOT_IN_BATTLE);
            refused(new PinParty(BOB.party(), null, STRANGER), BattleRefusal.PARTY_NOT_IN_BATTLE);
            refused(new PinParty(BOB.party(), 7, null), BattleRefusal.SIDE_UNKNOWN);
            refused(new PinParty(BOB.party(), null, BOB.party()), BattleRefusal.PARTY_IS_ITSELF);
        }
    }

    @Nested
    @DisplayName("excludes a killmail")
    class Excluding {

        @Test
        @DisplayName("which is counted no more")
        void excludes() {
            fought().when(change(EXCLUSION, ANN_LOSES_HER_CAPSULE)).expectEvents(EXCLUDED, CAPSULE_REMOVED);
        }

        @Test
        @DisplayName("for good: told of it again, the battle does not take it in")
        void staysExcluded() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS, EXCLUDED, CAPSULE_REMOVED)
                    .when(new AttributeKillmails(BATTLE, List.of(ANN_LOSES_HER_CAPSULE)))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("and reinstates it")
        void reinstates() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS, EXCLUDED, CAPSULE_REMOVED)
                    .when(change(entry("act-2", new ReinstateKillmail(3)), ANN_LOSES_HER_CAPSULE))
                    .expectEvents(
                            new OverlayUndone(BATTLE, JORUND, "act-1", "act-2", "alice", "a good reason", NOON),
                            CAPSULE_RETURNS);
        }

        @Test
        @DisplayName("of this battle, once, and reinstates only what is excluded")
        void refusals() {
            refused(new ExcludeKillmail(99), BattleRefusal.KILLMAIL_NOT_IN_BATTLE);
            refused(new ReinstateKillmail(1), BattleRefusal.KILLMAIL_NOT_EXCLUDED);
            aBattle();
            battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS, EXCLUDED, CAPSULE_REMOVED)
                    .when(change(entry("act-2", new ExcludeKillmail(3))))
                    .expectException(refusal(BattleRefusal.KILLMAIL_EXCLUDED))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("redraws what belongs together")
    class Linkage {

        @Test
        @DisplayName("which the battle records; the killmails follow by themselves")
        void records() {
            OverlayEntry split = entry("act-1", new SplitAt(Instant.parse("2021-11-28T10:22:30Z")));
            fought().when(change(split)).expectEvents(new OverlayChanged(BATTLE, JORUND, split, null));
        }

        @Test
        @DisplayName("never with nothing to cut, nor with itself")
        void refusals() {
            refused(new SplitAt(Instant.parse("2021-11-28T10:21:00Z")), BattleRefusal.SPLIT_CUTS_NOTHING);
            refused(new SplitAt(Instant.parse("2021-11-28T11:00:00Z")), BattleRefusal.SPLIT_CUTS_NOTHING);
            refused(new SplitByParties(List.of()), BattleRefusal.SPLIT_CUTS_NOTHING);
            refused(new SplitByParties(List.of(STRANGER)), BattleRefusal.PARTY_NOT_IN_BATTLE);
            refused(new MoveKillmail(1, BATTLE), BattleRefusal.BATTLE_IS_ITSELF);
            refused(new MoveKillmail(99, SKIRMISH), BattleRefusal.KILLMAIL_NOT_IN_BATTLE);
            refused(new MergeWith(BATTLE), BattleRefusal.BATTLE_IS_ITSELF);
        }

        @Test
        @DisplayName("and is told that what is missing went with the other part of a split")
        void whatWentWithTheSplit() {
            OverlayEntry split = entry("act-1", new SplitAt(Instant.parse("2021-11-28T10:22:30Z")));
            battle.given(OPENED, FIRST_BLOOD, SIDES, new OverlayChanged(BATTLE, JORUND, split, null))
                    .when(change(entry("act-2", new ExcludeKillmail(3))))
                    .expectException(refusal(BattleRefusal.BATTLE_SPLIT))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("does any act")
    class AnyAct {

        private final OverlayEntry title = entry("act-1", new SetTitle("The second battle of Jorund"));

        @Test
        @DisplayName("once, however often it is asked for, even with the version of the first time")
        void once() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, new OverlayChanged(BATTLE, JORUND, title, null))
                    .when(new ChangeOverlay(BATTLE, title, 2L, List.of()))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("on the version that was seen")
        void onTheVersionSeen() {
            fought().when(new ChangeOverlay(BATTLE, title, 3L, List.of()))
                    .expectEvents(new OverlayChanged(BATTLE, JORUND, title, null));
            aBattle();
            fought().when(new ChangeOverlay(BATTLE, title, 2L, List.of()))
                    .expectException(refusal(BattleRefusal.VERSION_STALE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("on a battle that there is and that lives")
        void onALivingBattle() {
            battle.givenNoPriorActivity()
                    .when(change(title))
                    .expectException(refusal(BattleRefusal.BATTLE_UNKNOWN))
                    .expectNoEvents();
            aBattle();
            battle.given(OPENED, FIRST_BLOOD, SIDES, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
                    .when(change(title))
                    .expectException(refusal(BattleRefusal.BATTLE_MERGED))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("with words that are neither missing nor a novel")
        void withWords() {
            refused(new Annotate(" "), BattleRefusal.TEXT_INVALID);
            refused(new SetTitle("x".repeat(121)), BattleRefusal.TEXT_INVALID);
        }

        @Test
        @DisplayName("and takes back only what was done, once")
        void undoes() {
            refused(new Undo("never-done"), BattleRefusal.ACT_UNKNOWN);
            aBattle();
            battle.given(
                            OPENED,
                            FIRST_BLOOD,
                            SIDES,
                            new OverlayChanged(BATTLE, JORUND, title, null),
                            new OverlayUndone(BATTLE, JORUND, "act-1", "act-2", "alice", "a good reason", NOON))
                    .when(change(entry("act-3", new Undo("act-1"))))
                    .expectException(refusal(BattleRefusal.ACT_UNDONE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("which goes along when the battle goes into another")
        void goesAlong() {
            fought().when(new AdoptOverlay(BATTLE, SKIRMISH, List.of(title)))
                    .expectEvents(new OverlayChanged(BATTLE, JORUND, title, SKIRMISH));
            aBattle();
            battle.given(OPENED, FIRST_BLOOD, SIDES, new OverlayChanged(BATTLE, JORUND, title, SKIRMISH))
                    .when(new AdoptOverlay(BATTLE, SKIRMISH, List.of(title)))
                    .expectNoEvents();
        }
    }

    private void refused(OverlayAct act, BattleRefusal code) {
        aBattle();
        fought().when(change(entry("act-9", act), ANN_LOSES_HER_RIFTER))
                .expectException(refusal(code))
                .expectNoEvents();
    }

    private static ChangeOverlay change(OverlayEntry entry, BattleKillmail... killmails) {
        return new ChangeOverlay(BATTLE, entry, null, List.of(killmails));
    }

    private static OverlayEntry entry(String actId, OverlayAct act) {
        return new OverlayEntry(actId, "alice", "a good reason", NOON, act);
    }
}
