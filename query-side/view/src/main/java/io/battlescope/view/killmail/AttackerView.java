package io.battlescope.view.killmail;

import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Party;
import io.battlescope.view.name.Names;

/**
 * An attacker of a mail; ids are {@code null} where the mail names none.
 *
 * @param party the fighting unit; {@code null} for NPCs
 * @param damageDone hit points
 */
public record AttackerView(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        Party party,
        Integer hullTypeId,
        String hullName,
        Integer weaponTypeId,
        String weaponName,
        long damageDone,
        boolean finalBlow,
        boolean npc,
        boolean structure) {

    static AttackerView of(Attacker attacker, Names names) {
        return new AttackerView(
                attacker.characterId(),
                attacker.corporationId(),
                attacker.allianceId(),
                attacker.factionId(),
                attacker.party(),
                attacker.hullTypeId(),
                names.type(attacker.hullTypeId()),
                attacker.weaponTypeId(),
                names.type(attacker.weaponTypeId()),
                attacker.damageDone(),
                attacker.finalBlow(),
                attacker.npc(),
                attacker.structure());
    }
}
