package io.battlescope.view.battle;

import io.battlescope.api.killmail.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A pilot in a battle, one row whatever was flown.
 *
 * @param corporationId of the pilot's latest mail in the battle, like {@code allianceId} and {@code party}
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
        long characterId,
        Long corporationId,
        Long allianceId,
        Party party,
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
