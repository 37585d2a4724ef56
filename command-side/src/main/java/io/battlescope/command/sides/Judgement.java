package io.battlescope.command.sides;

import java.util.Arrays;

/**
 * What is told of the partition that the search has found: who stands nowhere clearly is left unassigned, small third sides too,
 * and lone victims are put against who killed them. What an admin has decided stays.
 */
final class Judgement {

    /** A place is as good as another when less than this part of what is known of both, in percent, speaks for it. */
    private static final int MARGIN = 10;
    /** A side besides the two strongest counts as one from this part of all hostility, in percent. */
    private static final int THIRD_SIDE = 5;

    private static final int NONE = -1;

    private final Camps camps;
    private final boolean[] pinned;
    private final int[] sides;
    private final int count;

    Judgement(Camps camps, boolean[] pinned, int[] found) {
        this.camps = camps;
        this.pinned = pinned;
        this.sides = found.clone();
        this.count = Arrays.stream(found).max().orElse(NONE) + 1;
    }

    /** The side of each node; -1 is unassigned. */
    int[] sides() {
        dropTheUndecided();
        long[][] fire = fire();
        boolean[] counts = new Strength(fire).sidesThatCount(THIRD_SIDE);
        opposeTheLone(fire, counts);
        for (int node = 0; node < sides.length; node++) {
            if (sides[node] != NONE && !counts[sides[node]] && !pinned[node]) {
                sides[node] = NONE;
            }
        }
        return sides;
    }

    /** Judged all at once, against the partition as it was found. */
    private void dropTheUndecided() {
        boolean[] undecided = new boolean[sides.length];
        for (int node = 0; node < sides.length; node++) {
            undecided[node] = !pinned[node] && isUndecided(node);
        }
        for (int node = 0; node < sides.length; node++) {
            sides[node] = undecided[node] ? NONE : sides[node];
        }
    }

    /**
     * Whether another place suits the node about as well: to stand alone, or a side that it kept company with. A side that it
     * only shot at is no such place; nor is one that little of what is known of the node is about, for a stray shot does not
     * make the enemy of everybody else doubtful.
     */
    private boolean isUndecided(int node) {
        Bond[] bonds = camps.bonds(node, sides, count);
        long all = 0;
        for (Bond bond : bonds) {
            all += bond == null ? 0 : bond.weight();
        }
        Bond own = bonds[sides[node]] == null ? Bond.NONE : bonds[sides[node]];
        if (all == 0 || (own.weight() > 0 && isClose(own, Bond.NONE, all))) {
            return true;
        }
        for (int side = 0; side < count; side++) {
            Bond other = bonds[side];
            if (side != sides[node] && other != null && other.attraction() > 0 && isClose(own, other, all)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClose(Bond own, Bond other, long all) {
        long known = own.weight() + other.weight();
        return known * 2 >= all && (own.pull() - other.pull()) * 100 < MARGIN * known;
    }

    /** Hostility between every two sides. */
    private long[][] fire() {
        long[][] fire = new long[count][count];
        for (int node = 0; node < sides.length; node++) {
            for (int i = 0; i < camps.neighbours()[node].length; i++) {
                int other = sides[camps.neighbours()[node][i]];
                if (sides[node] != NONE && other != NONE && sides[node] != other) {
                    fire[sides[node]][other] += camps.hostility()[node][i];
                }
            }
        }
        return fire;
    }

    /**
     * A party without company that fought one side only belongs to that side's opponents, when they are one side: the victims of
     * a gate camp, or a pilot whom a fleet met on its way. The two strongest sides are opponents whatever their company.
     */
    private void opposeTheLone(long[][] fire, boolean[] counts) {
        boolean[] main = new Strength(fire).strongestTwo();
        boolean[] opponents = counts.clone();
        int[] lone = new int[sides.length];
        for (int node = 0; node < sides.length; node++) {
            boolean isLone = sides[node] != NONE && !main[sides[node]] && !pinned[node] && camps.isWithoutCompany(node);
            lone[node] = isLone ? sides[node] : NONE;
            if (isLone) {
                opponents[sides[node]] = false;
            }
        }
        for (int node = 0; node < sides.length; node++) {
            int enemy = lone[node] == NONE ? NONE : only(fire[lone[node]], counts);
            int friend = enemy == NONE ? NONE : only(fire[enemy], opponents);
            sides[node] = friend == NONE ? sides[node] : friend;
        }
    }

    /** The only one of those sides that there was fire with; -1 when there is none or are several. */
    private static int only(long[] fire, boolean[] among) {
        int only = NONE;
        for (int side = 0; side < fire.length; side++) {
            boolean fought = fire[side] > 0 && among[side];
            if (fought && only != NONE) {
                return NONE;
            }
            only = fought ? side : only;
        }
        return only;
    }
}
