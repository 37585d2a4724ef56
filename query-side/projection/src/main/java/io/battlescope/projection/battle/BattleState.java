package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.Place;
import java.math.BigDecimal;

/**
 * One row of table {@code battle}, but for the title, which follows from the acts in force.
 *
 * @param ended whether it has fallen quiet
 * @param mergedInto {@code null} while the battle lives
 * @param version sequence number of the last event
 */
record BattleState(
        String battleId,
        Place place,
        LinkageRule rule,
        long openedByKillmailId,
        BattleTotals totals,
        boolean ended,
        int sideCount,
        String mergedInto,
        long version) {

    private static final BattleTotals NOTHING = new BattleTotals(0, 0, 0, BigDecimal.ZERO, 0, null, null);

    static BattleState opened(BattleOpened event) {
        return new BattleState(
                event.battleId(), event.place(), event.rule(), event.openedByKillmailId(), NOTHING, false, 0, null, 0);
    }

    BattleState withTotals(BattleTotals next) {
        return new BattleState(battleId, place, rule, openedByKillmailId, next, ended, sideCount, mergedInto, version);
    }

    BattleState withRule(LinkageRule next) {
        return new BattleState(
                battleId, place, next, openedByKillmailId, totals, ended, sideCount, mergedInto, version);
    }

    BattleState withSides(int count) {
        return new BattleState(battleId, place, rule, openedByKillmailId, totals, ended, count, mergedInto, version);
    }

    BattleState ended(boolean quiet) {
        return new BattleState(
                battleId, place, rule, openedByKillmailId, totals, quiet, sideCount, mergedInto, version);
    }

    /** Its totals stay as they were last; what they were counted from is the survivor's now. */
    BattleState merged(BattleMerged event) {
        return new BattleState(
                battleId, place, rule, openedByKillmailId, totals, false, 0, event.intoBattleId(), version);
    }

    /** On its own again, with nothing yet. */
    BattleState reopened() {
        return new BattleState(battleId, place, rule, openedByKillmailId, NOTHING, false, 0, null, version);
    }

    BattleState at(long nextVersion) {
        return new BattleState(
                battleId, place, rule, openedByKillmailId, totals, ended, sideCount, mergedInto, nextVersion);
    }
}
