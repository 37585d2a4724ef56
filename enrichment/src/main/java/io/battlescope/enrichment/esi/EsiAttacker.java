package io.battlescope.enrichment.esi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** One attacker of a mail; ids are 0 or {@code null} where the mail names none. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EsiAttacker(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        int shipTypeId,
        int weaponTypeId,
        long damageDone,
        boolean finalBlow) {}
