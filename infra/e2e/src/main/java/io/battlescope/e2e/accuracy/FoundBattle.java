package io.battlescope.e2e.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A battle as the API tells it.
 *
 * @param killmails ids
 * @param sides the side of each party that has one
 */
record FoundBattle(String id, Set<Long> killmails, Map<Long, Integer> sides) {

    /** @param detail the answer of {@code /battles/ID} */
    static FoundBattle of(String id, Set<Long> killmails, JsonNode detail) {
        Map<Long, Integer> sides = new HashMap<>();
        for (JsonNode side : detail.path("sides")) {
            for (JsonNode party : side.path("parties")) {
                sides.put(party.path("id").longValue(), side.path("sideId").intValue());
            }
        }
        return new FoundBattle(id, killmails, sides);
    }
}
