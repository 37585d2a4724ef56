package io.battlescope.view.side;

import java.math.BigDecimal;

/**
 * Fire within a party or within a side. It is a part of what is unassigned, for no side is credited with it.
 *
 * @param killCount kills
 * @param iskDestroyed ISK; {@code null} when no killmail of the battle has a known value
 */
public record FriendlyFire(int killCount, BigDecimal iskDestroyed) {

    public static final FriendlyFire NONE = new FriendlyFire(0, BattleShare.NO_ISK);

    FriendlyFire plus(int kills, BigDecimal isk) {
        return new FriendlyFire(killCount + kills, iskDestroyed.add(isk));
    }

    FriendlyFire shown(boolean valued) {
        return valued ? this : new FriendlyFire(killCount, null);
    }
}
