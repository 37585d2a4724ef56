package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.Place;
import java.math.BigDecimal;

/**
 * One row of table {@code battle}.
 *
 * @param mergedInto {@code null} while the battle lives
 * @param version sequence number of the last event
 */
record BattleState(
        String battleId,
        Place place,
        LinkageRule rule,
        long openedByKillmailId,
        BattleTotals totals,
        String mergedInto,
        long version) {

    private static final BattleTotals NOTHING = new BattleTotals(0, 0, 0, BigDecimal.ZERO, 0, null, null);

    static BattleState opened(BattleOpened event, long version) {
        return new BattleState(
                event.battleId(), event.place(), event.rule(), event.openedByKillmailId(), NOTHING, null, version);
    }

    BattleState withTotals(BattleTotals next, long nextVersion) {
        return new BattleState(battleId, place, rule, openedByKillmailId, next, mergedInto, nextVersion);
    }

    BattleState merged(BattleMerged event, long nextVersion) {
        return new BattleState(battleId, place, rule, openedByKillmailId, totals, event.intoBattleId(), nextVersion);
    }

    BattleState at(long nextVersion) {
        return new BattleState(battleId, place, rule, openedByKillmailId, totals, mergedInto, nextVersion);
    }
}
