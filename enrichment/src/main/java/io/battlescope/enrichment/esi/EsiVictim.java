package io.battlescope.enrichment.esi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The victim of a mail; ids are 0 or {@code null} where the mail names none. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EsiVictim(
        Long characterId,
        Long corporationId,
        Long allianceId,
        Long factionId,
        int shipTypeId,
        long damageTaken,
        List<EsiItem> items) {

    public EsiVictim {
        items = items == null ? List.of() : items;
    }
}
