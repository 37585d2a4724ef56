package io.battlescope.ingestion.validation;

import java.util.Set;

/** Who a killmail names, victim and attackers alike, by id. NPCs are among them. */
public record Combatants(Set<Long> alliances, Set<Long> corporations, Set<Long> characters) {

    public Combatants {
        alliances = Set.copyOf(alliances);
        corporations = Set.copyOf(corporations);
        characters = Set.copyOf(characters);
    }
}
