package io.battlescope.projection.battle;

import io.battlescope.api.battle.OverlayEntry;
import java.util.Comparator;

/**
 * An act of an admin on a battle.
 *
 * @param undoneBy the act that took it back; {@code null} while it is in force
 */
record AdminAct(String battleId, OverlayEntry entry, String undoneBy) {

    record Key(String battleId, String actId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::battleId).thenComparing(Key::actId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    AdminAct undoneBy(String actId) {
        return new AdminAct(battleId, entry, actId);
    }
}
