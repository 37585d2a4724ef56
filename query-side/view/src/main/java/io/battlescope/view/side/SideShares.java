package io.battlescope.view.side;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Divides a battle among its sides. What no side is credited with is the rest of the whole, not a sum of its own; so the
 * shares add up whatever is missing from the evidence (damage of NPCs, kills that nobody is credited with, rounding).
 */
public final class SideShares {

    private final BattleShare whole;
    private final Map<Integer, BattleShare> bySide = new TreeMap<>();
    private FriendlyFire friendlyFire = FriendlyFire.NONE;

    /**
     * Begins with sides that have done nothing yet.
     *
     * @param whole the battle, with 0.00 for values that nobody knows
     */
    public SideShares(BattleShare whole, Collection<Integer> sides) {
        this.whole = whole;
        sides.forEach(side -> bySide.put(side, BattleShare.NONE));
    }

    /** Credits the attackers, unless it was friendly fire. */
    public void fired(SideFire fire) {
        if (fire.isFriendly()) {
            friendlyFire = friendlyFire.plus(fire.kills(), fire.isk());
        } else {
            add(fire.attacker(), BattleShare.kills(fire.kills(), fire.isk()));
        }
    }

    /**
     * Adds losses or pilots.
     *
     * @param side {@code null} for the unassigned
     */
    public void add(Integer side, BattleShare share) {
        if (side != null) {
            bySide.merge(side, share, BattleShare::plus);
        }
    }

    /** The sides' numbers, ascending. */
    public SortedSet<Integer> sides() {
        return new TreeSet<>(bySide.keySet());
    }

    public BattleShare of(int side) {
        return bySide.getOrDefault(side, BattleShare.NONE);
    }

    public BattleShare unassigned() {
        return whole.minus(bySide.values().stream().reduce(BattleShare.NONE, BattleShare::plus));
    }

    public FriendlyFire friendlyFire() {
        return friendlyFire;
    }
}
