package io.battlescope.api.battle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a battle amounts to after an event; a projection sets these and never adds.
 *
 * @param killCount killmails in the battle
 * @param lossCount killmails, except a capsule's whose pilot also lost a ship in the same battle
 * @param pilotCount distinct player characters, victims and attackers
 * @param iskDestroyed ISK of the killmails whose value is known
 * @param unvaluedKillCount killmails whose value is unknown
 * @param startTime the earliest kill (UTC)
 * @param endTime the latest kill (UTC)
 */
public record BattleTotals(
        int killCount,
        int lossCount,
        int pilotCount,
        BigDecimal iskDestroyed,
        int unvaluedKillCount,
        Instant startTime,
        Instant endTime) {

    public BattleTotals {
        // a tree of JSON drops trailing zeros; the amount stays the same figure whatever way it came
        iskDestroyed = iskDestroyed.setScale(2, RoundingMode.UNNECESSARY);
    }
}
