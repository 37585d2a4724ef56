package io.battlescope.view.killmail;

import io.battlescope.api.killmail.Party;

/**
 * Who lost what; ids are {@code null} where the mail names none.
 *
 * @param party the fighting unit; {@code null} for NPCs
 * @param damageTaken hit points
 */
public record VictimView(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        Party party,
        int hullTypeId,
        String hullName,
        boolean capsule,
        boolean structure,
        long damageTaken) {}
