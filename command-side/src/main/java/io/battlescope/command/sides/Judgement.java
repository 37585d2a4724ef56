package io.battlescope.command.sides;

import java.util.Arrays;
import java.util.Map;

/**
 * What is told of the partition that the search has found: lone victims are put against who killed them, and whoever stands
 * nowhere clearly is left unassigned. What an admin has decided stays.
 */
final class Judgement {

    /** A party on a side is unassigned when less than this part of all that is known of it, in percent, speaks for the side. */
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
        this.count = Arrays.stream(found).max().orElse(-1) + 1;
    }

    /** The side of each node; -1 is unassigned. */
    int[] sides() {
        dropTheUndecided();
        long[][] fire = fire();
        long[] strength =
                Arrays.stream(fire).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        boolean[] main = strongestTwo(strength);
        opposeTheLone(fire, main);
        dropSmallSides(strength, main);
        return sides;
    }

    /** Judged all at once, against the partition as it was found. */
    private void dropTheUndecided() {
        boolean[] undecided = new boolean[sides.length];
        for (int node = 0; node < sides.length; node++) {
            undecided[node] = !pinned[node] && margin(node) * 100 < MARGIN * camps.weight(node);
        }
        for (int node = 0; node < sides.length; node++) {
            sides[node] = undecided[node] || camps.neighbours()[node].length == 0 && !pinned[node] ? NONE : sides[node];
        }
    }

    /** What speaks for the node's side, less what speaks for the next best place; to stand alone is a place too. */
    private long margin(int node) {
        Map<Integer, Long> pulls = camps.pulls(node, sides);
        boolean alone = !pulls.containsKey(sides[node]);
        long own = pulls.getOrDefault(sides[node], 0L);
        long next = pulls.entrySet().stream()
                .filter(pull -> pull.getKey() != sides[node])
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(alone ? 0 : Long.MIN_VALUE);
        return own - (alone ? next : Math.max(0, next));
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

    private boolean[] strongestTwo(long[] strength) {
        boolean[] strongest = new boolean[count];
        for (int turn = 0; turn < Math.min(2, count); turn++) {
            int best = NONE;
            for (int side = 0; side < count; side++) {
                if (!strongest[side] && (best == NONE || strength[side] > strength[best])) {
                    best = side;
                }
            }
            strongest[best] = true;
        }
        return strongest;
    }

    /** A party without company that has one enemy side only belongs to that side's opponents, when there is one such side. */
    private void opposeTheLone(long[][] fire, boolean[] main) {
        int[] lone = new int[count];
        Arrays.fill(lone, NONE);
        for (int node = 0; node < sides.length; node++) {
            if (sides[node] != NONE && !main[sides[node]] && !pinned[node] && isWithoutCompany(node)) {
                lone[sides[node]] = node;
            }
        }
        for (int side = 0; side < count; side++) {
            int enemy = lone[side] == NONE ? NONE : only(fire[side], new int[0]);
            if (enemy != NONE) {
                sides[lone[side]] = only(fire[enemy], lone);
            }
        }
    }

    /** The only side there is fire with, lone ones aside; -1 when there is none or are several. */
    private int only(long[] fire, int[] lone) {
        int only = NONE;
        for (int side = 0; side < fire.length; side++) {
            boolean counts = fire[side] > 0 && (lone.length == 0 || lone[side] == NONE);
            if (counts && only != NONE) {
                return NONE;
            }
            only = counts ? side : only;
        }
        return only;
    }

    private boolean isWithoutCompany(int node) {
        for (int i = 0; i < camps.neighbours()[node].length; i++) {
            if (camps.hostility()[node][i] + camps.pull()[node][i] > 0) {
                return false;
            }
        }
        return true;
    }

    private void dropSmallSides(long[] strength, boolean[] main) {
        long all = Arrays.stream(strength).sum() / 2;
        for (int node = 0; node < sides.length; node++) {
            int side = sides[node];
            boolean small = side != NONE && !main[side] && strength[side] * 100 < THIRD_SIDE * all;
            sides[node] = small && !pinned[node] ? NONE : side;
        }
    }
}
