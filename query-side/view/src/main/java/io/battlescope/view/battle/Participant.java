package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.name.Combatant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A pilot in a battle, one row whatever was flown.
 *
 * @param who the pilot, with corporation, alliance and party of the latest mail in the battle
 * @param sideId side of the party; {@code null} while unassigned
 * @param kills killmails that the pilot is on as an attacker
 * @param lossCount losses, capsules left out when the pilot also lost a ship here
 * @param damageDone hit points
 * @param iskLost ISK; {@code null} when what was lost has no known value
 * @param firstSeen the pilot's first mail (UTC); {@code lastSeen} the last
 * @param hulls what the pilot flew, most used first
 * @param losses what the pilot lost, in order; a capsule is shown with its ship, or by itself without one
 */
public record Participant(
        @JsonUnwrapped Combatant who,
        Integer sideId,
        int kills,
        int finalBlows,
        int lossCount,
        long damageDone,
        BigDecimal iskLost,
        Instant firstSeen,
        Instant lastSeen,
        List<FlownHull> hulls,
        List<PilotLoss> losses) {}
