package io.battlescope.simulator.people;

/**
 * Who sits in a ship, or owns what is lost. Ids are 0 where there is no such entity: an NPC has no character, a structure has
 * neither.
 */
public record Pilot(long characterId, long corporationId, long allianceId, long factionId, double security) {

    /** The owner of something that nobody flies. */
    public Pilot asOwner() {
        return new Pilot(0, corporationId, allianceId, 0, 0);
    }

    public boolean isPlayer() {
        return characterId != 0;
    }
}
