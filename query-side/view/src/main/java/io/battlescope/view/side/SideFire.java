package io.battlescope.view.side;

import java.math.BigDecimal;

/**
 * What one side, or nobody, did to another.
 *
 * @param attacker side of the attackers; {@code null} for unassigned ones
 * @param victim side of the victims; {@code null} likewise, and for victims that are no party
 * @param ownParty whether a party fired at its own
 * @param kills kills credited to the attackers
 * @param isk ISK, by their part of the damage
 */
public record SideFire(Integer attacker, Integer victim, boolean ownParty, int kills, BigDecimal isk) {

    boolean isFriendly() {
        return ownParty || (attacker != null && attacker.equals(victim));
    }
}
