package io.battlescope.ingestion.validation;

import java.util.HashSet;
import java.util.Set;

/** Collects who is named. It holds no more than the payload does. */
final class Named {

    private final Set<Long> alliances = new HashSet<>();
    private final Set<Long> corporations = new HashSet<>();
    private final Set<Long> characters = new HashSet<>();

    /** The victim, or one attacker; {@code null} or 0 where nobody is named. */
    static final class Line {
        Long alliance;
        Long corporation;
        Long character;

        void clear() {
            alliance = null;
            corporation = null;
            character = null;
        }
    }

    void add(Line line) {
        add(alliances, line.alliance);
        add(corporations, line.corporation);
        add(characters, line.character);
    }

    Combatants with(Named others) {
        alliances.addAll(others.alliances);
        corporations.addAll(others.corporations);
        characters.addAll(others.characters);
        return new Combatants(alliances, corporations, characters);
    }

    private static void add(Set<Long> ids, Long id) {
        if (id != null && id != 0) {
            ids.add(id);
        }
    }
}
