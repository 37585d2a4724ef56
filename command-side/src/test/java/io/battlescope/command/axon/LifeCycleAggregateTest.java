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
import static io.battlescope.command.story.BattleOfJorund.time;
import static io.battlescope.command.story.BattleOfJorund.totals;
import static io.battlescope.command.story.KillmailBuilder.JORUND;

import io.battlescope.api.battle.AdoptRule;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.KillmailsRevalued.Revaluation;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.ReleaseKillmails;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.ReopenBattle;
import io.battlescope.api.battle.RevalueKillmails;
import io.battlescope.api.battle.ReviewActivity;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.killmail.KillmailValue;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A battle")
class LifeCycleAggregateTest {

    private static final int QUIET = 1_800;
    private static final BattleEnded ENDED =
            new BattleEnded(BATTLE, JORUND, time("10:52"), QUIET, totals(2, 2, 3, "1000000.75", 0, "10:21", "10:22"));
    private static final BattleKillmail WORTH_MORE =
            ANN_LOSES_HER_CAPSULE.worth(new KillmailValue(new BigDecimal("10000"), KillmailValue.ZKILLBOARD, true));

    private FixtureConfiguration<BattleAggregate> battle;

    @BeforeEach
    void aBattle() {
        battle = new AggregateTestFixture<>(BattleAggregate.class);
    }

    @Test
    @DisplayName("ends once the feed is thirty minutes past its last kill, and not a second before")
    void ends() {
        battle.given(OPENED, FIRST_BLOOD, SIDES)
                .when(new ReviewActivity(BATTLE, time("10:52").minusSeconds(1), QUIET))
                .expectNoEvents();
        aBattle();
        battle.given(OPENED, FIRST_BLOOD, SIDES)
                .when(new ReviewActivity(BATTLE, time("10:52"), QUIET))
                .expectEvents(ENDED);
        aBattle();
        battle.given(OPENED, FIRST_BLOOD, SIDES, ENDED)
                .when(new ReviewActivity(BATTLE, time("11:52"), QUIET))
                .expectNoEvents();
    }

    @Test
    @DisplayName("resumes when a late kill shows that it went on")
    void resumes() {
        KillmailsAttributed late = new KillmailsAttributed(
                BATTLE, JORUND, List.of(ANN_LOSES_HER_CAPSULE), totals(3, 2, 3, "1000000.75", 1, "10:21", "10:23"));
        battle.given(OPENED, FIRST_BLOOD, SIDES, ENDED, late)
                .when(new ReviewActivity(BATTLE, time("10:52"), QUIET))
                .expectEvents(new BattleResumed(
                        BATTLE, JORUND, time("10:52"), totals(3, 2, 3, "1000000.75", 1, "10:21", "10:23")));
    }

    @Test
    @DisplayName("takes another value for a killmail, and counts it once")
    void revalues() {
        KillmailsRevalued revalued = new KillmailsRevalued(
                BATTLE,
                JORUND,
                List.of(new Revaluation(WORTH_MORE, KillmailValue.UNKNOWN)),
                totals(3, 2, 3, "1010000.75", 0, "10:21", "10:23"));
        battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS)
                .when(new RevalueKillmails(BATTLE, List.of(WORTH_MORE)))
                .expectEvents(revalued);
        aBattle();
        battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS, revalued)
                .when(new RevalueKillmails(BATTLE, List.of(WORTH_MORE)))
                .expectNoEvents();
        aBattle();
        battle.given(OPENED, FIRST_BLOOD, SIDES)
                .when(new RevalueKillmails(BATTLE, List.of(WORTH_MORE)))
                .expectNoEvents();
    }

    @Test
    @DisplayName("gives killmails away that belong elsewhere, with the value that was counted")
    void releases() {
        battle.given(OPENED, FIRST_BLOOD, SIDES, CAPSULE_FOLLOWS)
                .when(new ReleaseKillmails(BATTLE, "act-1", List.of(WORTH_MORE)))
                .expectEvents(new KillmailsRemoved(
                        BATTLE,
                        JORUND,
                        RemovalCause.RECLUSTERED,
                        "act-1",
                        List.of(ANN_LOSES_HER_CAPSULE),
                        totals(2, 2, 3, "1000000.75", 0, "10:21", "10:22")));
    }

    @Test
    @DisplayName("stands up again after a merger that does not hold any more")
    void reopens() {
        battle.given(OPENED, FIRST_BLOOD, SIDES, new BattleMerged(BATTLE, JORUND, SKIRMISH, 9))
                .when(new ReopenBattle(BATTLE, "act-1", List.of(ANN_LOSES_HER_RIFTER, CID_LOSES_HIS_RIFTER)))
                .expectEvents(new BattleReopened(BATTLE, JORUND, "act-1"), FIRST_BLOOD, SIDES);
    }

    @Test
    @DisplayName("records the parameters that its killmails were clustered with")
    void adoptsARule() {
        LinkageRule wider = new LinkageRule(1_200, 2, 1);
        battle.given(OPENED, FIRST_BLOOD, SIDES)
                .when(new AdoptRule(BATTLE, wider, "act-1"))
                .expectEvents(new RuleAdopted(BATTLE, JORUND, wider, "act-1"));
        aBattle();
        battle.given(OPENED, FIRST_BLOOD, SIDES)
                .when(new AdoptRule(BATTLE, LinkageRule.DEFAULT, "act-1"))
                .expectNoEvents();
    }
}
