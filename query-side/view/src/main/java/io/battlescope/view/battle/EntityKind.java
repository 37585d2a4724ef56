package io.battlescope.view.battle;

import java.util.Locale;

/** What a battle can be filtered by, besides place, time and size; as the Query DB names it in lower case. */
public enum EntityKind {
    ALLIANCE,
    CORPORATION,
    CHARACTER,
    SHIP;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
