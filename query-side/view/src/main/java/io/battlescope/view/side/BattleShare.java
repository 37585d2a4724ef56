package io.battlescope.view.battle;

import java.math.BigDecimal;

/**
 * What part of a battle belongs to a side, or to none. The shares of all sides and of the unassigned add up to the battle.
 *
 * @param killCount killmails that it brought about
 * @param lossCount losses that it took
 * @param iskLost ISK that it lost; {@code null} when nothing of it has a known value
 * @param iskDestroyed ISK that it destroyed; {@code null} likewise
 */
public record BattleShare(int killCount, int lossCount, int pilotCount, BigDecimal iskLost, BigDecimal iskDestroyed) {}
