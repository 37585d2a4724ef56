package io.battlescope.view.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.view.name.Combatant;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;

/**
 * An attacker of a mail; ids are {@code null} where the mail names none.
 *
 * @param factionName absent while unknown
 * @param damageDone hit points
 */
public record AttackerView(
        @JsonUnwrapped Combatant who,
        Long factionId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String factionName,
        Integer hullTypeId,
        String hullName,
        Integer weaponTypeId,
        String weaponName,
        long damageDone,
        boolean finalBlow,
        boolean npc,
        boolean structure) {

    static AttackerView of(Attacker attacker, Names names, EntityNames entities) {
        return new AttackerView(
                entities.combatant(
                        attacker.characterId(), attacker.corporationId(), attacker.allianceId(), attacker.party()),
                attacker.factionId(),
                entities.name(attacker.factionId()),
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
