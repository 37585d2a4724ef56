package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One attacker of a mail. The hull is the one sat in when the victim died, not necessarily the one that did the damage, and
 * is often missing.
 *
 * @param party the fighting unit; {@code null} for NPCs
 * @param npc whether this is an NPC: no party
 * @param structure whether a structure did the damage; its party is its owner and it has no pilot
 * @param damageDone hit points, as on the mail; 0 is common (tackle, electronic warfare)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attacker(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        Party party,
        Integer hullTypeId,
        Integer hullGroupId,
        Integer weaponTypeId,
        long damageDone,
        boolean finalBlow,
        boolean npc,
        boolean structure) {

    /** Whether a player's character fired (NPC characters are no pilots). */
    @JsonIgnore
    public boolean isPilot() {
        return Party.isPlayer(characterId);
    }
}
