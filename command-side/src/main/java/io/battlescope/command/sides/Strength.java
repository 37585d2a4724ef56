package io.battlescope.command.sides;

import java.util.Arrays;

/** How much of a battle's hostility each side took part in. */
final class Strength {

    private final long[] bySide;

    Strength(long[][] fire) {
        bySide = Arrays.stream(fire).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    }

    /** Of equal sides the one with the smaller number comes first. */
    boolean[] strongestTwo() {
        boolean[] strongest = new boolean[bySide.length];
        for (int turn = 0; turn < Math.min(2, bySide.length); turn++) {
            int best = -1;
            for (int side = 0; side < bySide.length; side++) {
                if (!strongest[side] && (best < 0 || bySide[side] > bySide[best])) {
                    best = side;
                }
            }
            strongest[best] = true;
        }
        return strongest;
    }

    /** The two strongest sides, and every other one that took part in that many percent of all hostility. */
    boolean[] sidesThatCount(int percent) {
        long all = Arrays.stream(bySide).sum() / 2;
        boolean[] counts = strongestTwo();
        for (int side = 0; side < bySide.length; side++) {
            counts[side] |= bySide[side] * 100 >= percent * all;
        }
        return counts;
    }
}
