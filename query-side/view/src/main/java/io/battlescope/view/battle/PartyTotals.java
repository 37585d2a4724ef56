package io.battlescope.view.battle;

import io.battlescope.api.killmail.Party;
import java.math.BigDecimal;

/**
 * What a party did in a battle.
 *
 * @param killCount kills whose final blow its pilots struck, so that each kill counts for one party
 * @param lossCount its losses, capsules of pilots who also lost a ship here left out
 * @param iskLost ISK; {@code null} when it lost nothing of known value
 */
public record PartyTotals(Party party, int killCount, int lossCount, int pilotCount, BigDecimal iskLost) {}
