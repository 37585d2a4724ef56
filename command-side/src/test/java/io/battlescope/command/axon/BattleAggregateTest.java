package io.battlescope.command.axon;

import static io.battlescope.command.story.KillmailBuilder.AMAMAKE;
import static io.battlescope.command.story.KillmailBuilder.CAPSULE;
import static io.battlescope.command.story.KillmailBuilder.JORUND;
import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static io.battlescope.command.story.KillmailBuilder.place;

import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import io.battlescope.command.story.Pilot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A battle")
class BattleAggregateTest {

    private static final String BATTLE = "battle-of-jorund";
    private static final String SKIRMISH = "skirmish-at-the-gate";

    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);
    private static final Pilot CID = Pilot.of(Pilot.FRATERNITY, 3);

    private static final BattleKillmail ANN_LOSES_HER_RIFTER = aKillmail(1)
            .in(JORUND)
            .at("10:21")
            .of(RIFTER, ANN)
            .by(BOB)
            .worth("400000.50")
            .linkedTo(2, BOB, 60);
    private static final BattleKillmail CID_LOSES_HIS_RIFTER = aKillmail(2)
            .in(JORUND)
            .at("10:22")
            .of(RIFTER, CID)
            .by(ANN)
            .worth("600000.25")
            .linkedTo(1, ANN, 60);
    private static final BattleKillmail ANN_LOSES_HER_CAPSULE = aKillmail(3)
            .in(JORUND)
            .at("10:23")
            .of(CAPSULE, ANN)
            .by(BOB, CID)
            .ofUnknownWorth()
            .linkedTo(1, BOB, 120);

    private static final BattleOpened OPENED = new BattleOpened(BATTLE, JORUND, place(JORUND), LinkageRule.DEFAULT, 2);
    private static final KillmailsAttributed FIRST_BLOOD = new KillmailsAttributed(
            BATTLE,
            JORUND,
            List.of(ANN_LOSES_HER_RIFTER, CID_LOSES_HIS_RIFTER),
            totals(2, 2, 3, "1000000.75", 0, "10:21", "10:22"));
    private static final KillmailsAttributed CAPSULE_FOLLOWS = new KillmailsAttributed(
            BATTLE, JORUND, List.of(ANN_LOSES_HER_CAPSULE), totals(3, 2, 3, "1000000.75", 1, "10:21", "10:23"));

    private FixtureConfiguration<BattleAggregate> battle;

    @BeforeEach
    void aBattle() {
        battle = new AggregateTestFixture<>(BattleAggregate.class);
    }

    @Nested
    @DisplayName("is opened")
    class Opening {

        @Test
        @DisplayName("with the killmails of its cluster, and tells its totals")
        void opens() {
            battle.givenNoPriorActivity().when(open()).expectEvents(OPENED, FIRST_BLOOD);
        }

        @Test
        @DisplayName("once: told again, nothing happens")
        void opensOnce() {
            battle.given(OPENED, FIRST_BLOOD).when(open()).expectNoEvents();
        }

        @Test
        @DisplayName("once, even when it has gone into another battle meanwhile")
        void staysMerged() {
            battle.given(OPENED, FIRST_BLOOD, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
                    .when(open())
                    .expectNoEvents();
        }

        @Test
        @DisplayName("never without killmails")
        void refusesToOpenEmpty() {
            battle.givenNoPriorActivity()
                    .when(new OpenBattle(BATTLE, place(JORUND), LinkageRule.DEFAULT, 2, List.of()))
                    .expectException(refusal(BattleRefusal.KILLMAILS_MISSING))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("in one system for good")
        void refusesAnotherSystem() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(new OpenBattle(
                            BATTLE, place(AMAMAKE), LinkageRule.DEFAULT, 2, List.of(ANN_LOSES_HER_CAPSULE)))
                    .expectException(refusal(BattleRefusal.BATTLE_OF_ANOTHER_SYSTEM))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("takes killmails")
    class Attributing {

        @Test
        @DisplayName("and counts the capsule that follows its ship as no further loss")
        void countsNoCapsuleAfterItsShip() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(attribute(ANN_LOSES_HER_CAPSULE))
                    .expectEvents(CAPSULE_FOLLOWS);
        }

        @Test
        @DisplayName("each once, however often it is told")
        void takesEachOnce() {
            battle.given(OPENED, FIRST_BLOOD, CAPSULE_FOLLOWS)
                    .when(attribute(CID_LOSES_HIS_RIFTER, ANN_LOSES_HER_CAPSULE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("each once, even when one command names it twice")
        void takesEachOnceInOneCommand() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(attribute(ANN_LOSES_HER_CAPSULE, ANN_LOSES_HER_CAPSULE, ANN_LOSES_HER_RIFTER))
                    .expectEvents(CAPSULE_FOLLOWS);
        }

        @Test
        @DisplayName("only after it was opened")
        void refusesBeforeItIsOpened() {
            battle.givenNoPriorActivity()
                    .when(attribute(ANN_LOSES_HER_CAPSULE))
                    .expectException(refusal(BattleRefusal.BATTLE_UNKNOWN))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("only while it lives")
        void refusesWhenMerged() {
            battle.given(OPENED, FIRST_BLOOD, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
                    .when(attribute(ANN_LOSES_HER_CAPSULE))
                    .expectException(refusal(BattleRefusal.BATTLE_MERGED))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("absorbs another")
    class Absorbing {

        private static final BattleAbsorbed ABSORBED = new BattleAbsorbed(BATTLE, JORUND, SKIRMISH, 9, 1);

        @Test
        @DisplayName("with its killmails")
        void absorbs() {
            battle.given(OPENED, FIRST_BLOOD).when(absorb(SKIRMISH)).expectEvents(ABSORBED, CAPSULE_FOLLOWS);
        }

        @Test
        @DisplayName("once")
        void absorbsOnce() {
            battle.given(OPENED, FIRST_BLOOD, ABSORBED, CAPSULE_FOLLOWS)
                    .when(absorb(SKIRMISH))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("but not itself")
        void refusesItself() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(absorb(BATTLE))
                    .expectException(refusal(BattleRefusal.BATTLE_IS_ITSELF))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("only while it lives")
        void refusesWhenMerged() {
            battle.given(OPENED, FIRST_BLOOD, new BattleMerged(BATTLE, JORUND, "yet-another", 9))
                    .when(absorb(SKIRMISH))
                    .expectException(refusal(BattleRefusal.BATTLE_MERGED))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("only after it was opened")
        void refusesBeforeItIsOpened() {
            battle.givenNoPriorActivity()
                    .when(absorb(SKIRMISH))
                    .expectException(refusal(BattleRefusal.BATTLE_UNKNOWN))
                    .expectNoEvents();
        }
    }

    @Nested
    @DisplayName("goes into another")
    class Merging {

        private static final BattleMerged MERGED = new BattleMerged(BATTLE, JORUND, SKIRMISH, 9);

        @Test
        @DisplayName("because a killmail linked the two")
        void merges() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(new MergeBattle(BATTLE, SKIRMISH, 9))
                    .expectEvents(MERGED);
        }

        @Test
        @DisplayName("once")
        void mergesOnce() {
            battle.given(OPENED, FIRST_BLOOD, MERGED)
                    .when(new MergeBattle(BATTLE, SKIRMISH, 9))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("and into no other after that")
        void refusesAnotherSurvivor() {
            battle.given(OPENED, FIRST_BLOOD, MERGED)
                    .when(new MergeBattle(BATTLE, "yet-another", 10))
                    .expectException(refusal(BattleRefusal.BATTLE_MERGED_ELSEWHERE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("but not into itself")
        void refusesItself() {
            battle.given(OPENED, FIRST_BLOOD)
                    .when(new MergeBattle(BATTLE, BATTLE, 9))
                    .expectException(refusal(BattleRefusal.BATTLE_IS_ITSELF))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("only after it was opened")
        void refusesBeforeItIsOpened() {
            battle.givenNoPriorActivity()
                    .when(new MergeBattle(BATTLE, SKIRMISH, 9))
                    .expectException(refusal(BattleRefusal.BATTLE_UNKNOWN))
                    .expectNoEvents();
        }
    }

    private static OpenBattle open() {
        return new OpenBattle(
                BATTLE, place(JORUND), LinkageRule.DEFAULT, 2, List.of(ANN_LOSES_HER_RIFTER, CID_LOSES_HIS_RIFTER));
    }

    private static AttributeKillmails attribute(BattleKillmail... killmails) {
        return new AttributeKillmails(BATTLE, List.of(killmails));
    }

    private static AbsorbBattle absorb(String other) {
        return new AbsorbBattle(BATTLE, other, 9, 1, List.of(ANN_LOSES_HER_CAPSULE));
    }

    private static BattleTotals totals(
            int kills, int losses, int pilots, String isk, int unvalued, String from, String to) {
        return new BattleTotals(kills, losses, pilots, new BigDecimal(isk), unvalued, time(from), time(to));
    }

    private static Instant time(String timeOfDay) {
        return Instant.parse("2021-11-28T" + timeOfDay + ":00Z");
    }

    private static Matcher<Object> refusal(BattleRefusal code) {
        return new BaseMatcher<>() {
            @Override
            public boolean matches(Object actual) {
                return actual instanceof BattleRefusedException refused && refused.refusal() == code;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a refusal with code " + code);
            }
        };
    }
}
