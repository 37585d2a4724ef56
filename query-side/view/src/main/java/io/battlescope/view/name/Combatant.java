package io.battlescope.view.name;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who is on a mail, at either end. Ids are {@code null} where the mail names none; names and tickers are absent while unknown.
 *
 * @param party the fighting unit; {@code null} for NPCs
 */
public record Combatant(
        Long characterId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String characterName,
        Long corporationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String corporationName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String corporationTicker,
        Long allianceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String allianceName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String allianceTicker,
        NamedParty party) {}
