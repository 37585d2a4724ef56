package io.battlescope.view.side;

import java.math.BigDecimal;

/**
 * What part of a battle belongs to a side, a party, or to none. The shares of all sides and of the unassigned add up to the
 * battle, in every figure.
 *
 * @param killCount kills credited to it: of each killmail to the party that did most of the damage
 * @param lossCount its losses, capsules of pilots who also lost a ship in the battle left out
 * @param pilotCount its pilots, each by the party of the latest mail
 * @param iskLost ISK that it lost; {@code null} when no killmail of the battle has a known value
 * @param iskDestroyed ISK that it destroyed, by its part of the damage; {@code null} likewise
 */
public record BattleShare(int killCount, int lossCount, int pilotCount, BigDecimal iskLost, BigDecimal iskDestroyed) {

    static final BigDecimal NO_ISK = new BigDecimal("0.00");

    public static final BattleShare NONE = new BattleShare(0, 0, 0, NO_ISK, NO_ISK);

    public static BattleShare kills(int kills, BigDecimal isk) {
        return new BattleShare(kills, 0, 0, NO_ISK, isk);
    }

    public static BattleShare losses(int losses, BigDecimal isk) {
        return new BattleShare(0, losses, 0, isk, NO_ISK);
    }

    public static BattleShare pilots(int pilots) {
        return new BattleShare(0, 0, pilots, NO_ISK, NO_ISK);
    }

    public BattleShare plus(BattleShare other) {
        return new BattleShare(
                killCount + other.killCount,
                lossCount + other.lossCount,
                pilotCount + other.pilotCount,
                iskLost.add(other.iskLost),
                iskDestroyed.add(other.iskDestroyed));
    }

    public BattleShare minus(BattleShare other) {
        return new BattleShare(
                killCount - other.killCount,
                lossCount - other.lossCount,
                pilotCount - other.pilotCount,
                iskLost.subtract(other.iskLost),
                iskDestroyed.subtract(other.iskDestroyed));
    }

    /** As readers see it: a sum of nothing known is not zero ISK. */
    BattleShare shown(boolean valued) {
        return valued ? this : new BattleShare(killCount, lossCount, pilotCount, null, null);
    }
}
