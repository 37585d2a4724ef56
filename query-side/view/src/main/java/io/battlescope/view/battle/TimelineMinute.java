package io.battlescope.view.battle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one minute brought.
 *
 * @param minute its first second (UTC)
 * @param iskDestroyed ISK; {@code null} when no kill of the minute has a known value
 * @param sides who lost something in it, the unassigned last
 */
public record TimelineMinute(Instant minute, int killCount, BigDecimal iskDestroyed, List<SideLosses> sides) {

    /**
     * What a side lost in a minute.
     *
     * @param sideId {@code null} for the unassigned
     * @param lossCount losses, capsules of pilots who also lost a ship in the battle left out
     * @param iskLost ISK; {@code null} when nothing of it has a known value
     */
    public record SideLosses(Integer sideId, int lossCount, BigDecimal iskLost) {}
}
