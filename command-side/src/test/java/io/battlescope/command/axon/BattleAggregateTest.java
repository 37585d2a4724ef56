package io.battlescope.command.axon;

import static io.battlescope.command.story.BattleOfJorund.ANN_LOSES_HER_CAPSULE;
import static io.battlescope.command.story.BattleOfJorund.ANN_LOSES_HER_RIFTER;
import static io.battlescope.command.story.BattleOfJorund.BATTLE;
import static io.battlescope.command.story.BattleOfJorund.CAPSULE_FOLLOWS;
import static io.battlescope.command.story.BattleOfJorund.CID_LOSES_HIS_RIFTER;
import static io.battlescope.command.story.BattleOfJorund.FIRST_BLOOD;
import static io.battlescope.command.story.BattleOfJorund.OPENED;
import static io.battlescope.command.story.BattleOfJorund.SIDES;
import static io.battlescope.command.story.BattleOfJorund.SKIRMISH;
import static io.battlescope.command.story.BattleOfJorund.refusal;
import static io.battlescope.command.story.KillmailBuilder.AMAMAKE;
import static io.battlescope.command.story.KillmailBuilder.JORUND;
import static io.battlescope.command.story.KillmailBuilder.place;

import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A battle")
class BattleAggregateTest {

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
            battle.givenNoPriorActivity().when(open()).expectEvents(OPENED, FIRST_BLOOD, SIDES);
        }

        @Test
        @DisplayName("once: told again, nothing happens")
        void opensOnce() {
            battle.given(OPENED, FIRST_BLOOD, SIDES).when(open()).expectNoEvents();
        }

        @Test
        @DisplayName("once, even when it has gone into another battle meanwhile")
        void staysMerged() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
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
            battle.given(OPENED, FIRST_BLOOD, SIDES)
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
            battle.given(OPENED, FIRST_BLOOD, SIDES)
                    .when(attribute(ANN_LOSES_HER_CAPSULE))
                    .expectEvents(CAPSULE_FOLLOWS);
        }

        @Test
        @DisplayName("each once, however often it is told")
        void takesEachOnce() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS)
                    .when(attribute(CID_LOSES_HIS_RIFTER, ANN_LOSES_HER_CAPSULE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("each once, even when one command names it twice")
        void takesEachOnceInOneCommand() {
            battle.given(OPENED, FIRST_BLOOD, SIDES)
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
            battle.given(OPENED, FIRST_BLOOD, SIDES, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
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
            battle.given(OPENED, FIRST_BLOOD, SIDES).when(absorb(SKIRMISH)).expectEvents(ABSORBED, CAPSULE_FOLLOWS);
        }

        @Test
        @DisplayName("once")
        void absorbsOnce() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, ABSORBED, CAPSULE_FOLLOWS)
                    .when(absorb(SKIRMISH))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("but not itself")
        void refusesItself() {
            battle.given(OPENED, FIRST_BLOOD, SIDES)
                    .when(absorb(BATTLE))
                    .expectException(refusal(BattleRefusal.BATTLE_IS_ITSELF))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("only while it lives")
        void refusesWhenMerged() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, new BattleMerged(BATTLE, JORUND, "yet-another", 9))
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
            battle.given(OPENED, FIRST_BLOOD, SIDES)
                    .when(new MergeBattle(BATTLE, SKIRMISH, 9))
                    .expectEvents(MERGED);
        }

        @Test
        @DisplayName("once")
        void mergesOnce() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, MERGED)
                    .when(new MergeBattle(BATTLE, SKIRMISH, 9))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("and into no other after that")
        void refusesAnotherSurvivor() {
            battle.given(OPENED, FIRST_BLOOD, SIDES, MERGED)
                    .when(new MergeBattle(BATTLE, "yet-another", 10))
                    .expectException(refusal(BattleRefusal.BATTLE_MERGED_ELSEWHERE))
                    .expectNoEvents();
        }

        @Test
        @DisplayName("but not into itself")
        void refusesItself() {
            battle.given(OPENED, FIRST_BLOOD, SIDES)
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
}
