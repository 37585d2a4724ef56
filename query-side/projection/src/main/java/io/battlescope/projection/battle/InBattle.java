package io.battlescope.projection.battle;

import java.util.Comparator;

/** Names a killmail or a party of one battle. */
record InBattle(String battleId, long id) implements Comparable<InBattle> {

    private static final Comparator<InBattle> ORDER =
            Comparator.comparing(InBattle::battleId).thenComparingLong(InBattle::id);

    @Override
    public int compareTo(InBattle other) {
        return ORDER.compare(this, other);
    }
}
