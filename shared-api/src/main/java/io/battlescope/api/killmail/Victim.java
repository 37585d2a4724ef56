package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who lost what. A victim without a character is a structure, a deployable or an NPC.
 *
 * @param party the fighting unit; {@code null} when NPCs lost something
 * @param hullTypeId type of what was lost (ship, capsule, structure, fighter, …)
 * @param hullGroupId the type's group; {@code null} when the shipped static data does not know the type
 * @param hullCategoryId the type's category; {@code null} likewise
 * @param capsule whether a pilot's capsule was lost (types 670 and 33328)
 * @param structure whether a structure, starbase, deployable, orbital or sovereignty structure was lost
 * @param damageTaken hit points, as on the mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Victim(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        Party party,
        int hullTypeId,
        Integer hullGroupId,
        Integer hullCategoryId,
        boolean capsule,
        boolean structure,
        long damageTaken) {

    /** Category of ships in CCP's static data. */
    private static final int SHIP_CATEGORY = 6;

    /** Whether a ship was lost: no capsule, structure, fighter or drone. A hull that static data lacks is a new ship. */
    @JsonIgnore
    public boolean isShip() {
        return !capsule && !structure && (hullCategoryId == null || hullCategoryId == SHIP_CATEGORY);
    }

    /** Whether a player's character lost it (NPC characters are no pilots). */
    @JsonIgnore
    public boolean isPilot() {
        return Party.isPlayer(characterId);
    }
}
