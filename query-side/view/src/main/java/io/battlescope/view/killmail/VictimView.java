package io.battlescope.view.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.name.Combatant;

/**
 * Who lost what.
 *
 * @param factionId {@code null} where the mail names none
 * @param factionName absent while unknown
 * @param damageTaken hit points
 */
public record VictimView(
        @JsonUnwrapped Combatant who,
        Long factionId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String factionName,
        int hullTypeId,
        String hullName,
        boolean capsule,
        boolean structure,
        long damageTaken) {}
