package io.battlescope.command.sides;

import java.util.Arrays;

/**
 * Looks for the partition with the greatest sum of pulls inside its sides (correlation clustering) by local search from several
 * starts. Every step is decided by weights and, between equals, by the order of nodes, so that the result is a function of the
 * graph.
 */
final class SideSearch {

    private final Camps camps;
    private final int size;
    /** Scratch: sum of pulls by side. */
    private final long[] pullBySide;

    private SideSearch(Camps camps) {
        this.camps = camps;
        this.size = camps.size();
        this.pullBySide = new long[size + 1];
    }

    /** The side of each node, numbered from 0 by first appearance. */
    static int[] best(Camps camps) {
        SideSearch search = new SideSearch(camps);
        int[] best = null;
        for (int[] start : new Starts(camps).all()) {
            int[] found = search.improve(start);
            if (best == null || search.isBetter(found, best)) {
                best = found;
            }
        }
        return best;
    }

    private boolean isBetter(int[] found, int[] best) {
        long gain = worth(found) - worth(best);
        return gain > 0 || (gain == 0 && Arrays.compare(found, best) < 0);
    }

    private long worth(int[] sides) {
        long sum = 0;
        for (int node = 0; node < size; node++) {
            for (int i = 0; i < camps.neighbours()[node].length; i++) {
                if (sides[node] == sides[camps.neighbours()[node][i]]) {
                    sum += camps.pull()[node][i];
                }
            }
        }
        return sum;
    }

    /** Moves nodes and merges sides for as long as that is a gain. */
    private int[] improve(int[] start) {
        int[] sides = numbered(start);
        boolean changed = true;
        while (changed) {
            changed = false;
            while (moveNodes(sides)) {
                changed = true;
            }
            sides = numbered(sides);
            changed |= mergeSides(sides);
        }
        return numbered(sides);
    }

    private boolean moveNodes(int[] sides) {
        int[] members = new int[size + 1];
        for (int side : sides) {
            members[side]++;
        }
        boolean moved = false;
        for (int node = 0; node < size; node++) {
            if (!camps.closed()[node]) {
                int to = bestSide(node, sides, members);
                moved |= to != sides[node];
                members[sides[node]]--;
                members[to]++;
                sides[node] = to;
            }
        }
        return moved;
    }

    /** The node's own side unless another one, or none yet, is strictly better. */
    private int bestSide(int node, int[] sides, int[] members) {
        int[] neighbours = camps.neighbours()[node];
        for (int i = 0; i < neighbours.length; i++) {
            pullBySide[sides[neighbours[i]]] += camps.pull()[node][i];
        }
        int best = sides[node];
        long most = pullBySide[best];
        for (int neighbour : neighbours) {
            int side = sides[neighbour];
            if (pullBySide[side] > most && !camps.closed()[neighbour]) {
                best = side;
                most = pullBySide[side];
            }
        }
        for (int neighbour : neighbours) {
            pullBySide[sides[neighbour]] = 0;
        }
        return most < 0 ? unused(members) : best;
    }

    private static int unused(int[] members) {
        int side = 0;
        while (members[side] > 0) {
            side++;
        }
        return side;
    }

    /** Merges the two sides that gain most, until no two do. */
    private boolean mergeSides(int[] sides) {
        long[][] between = between(sides);
        boolean merged = false;
        while (true) {
            int one = -1;
            int other = -1;
            long most = 0;
            for (int a = 0; a < between.length; a++) {
                for (int b = a + 1; b < between.length; b++) {
                    if (between[a][b] > most) {
                        most = between[a][b];
                        one = a;
                        other = b;
                    }
                }
            }
            if (one < 0) {
                return merged;
            }
            merged = true;
            unite(sides, between, one, other);
        }
    }

    private static void unite(int[] sides, long[][] between, int one, int other) {
        for (int node = 0; node < sides.length; node++) {
            sides[node] = sides[node] == other ? one : sides[node];
        }
        for (int side = 0; side < between.length; side++) {
            between[one][side] += between[other][side];
            between[side][one] = between[one][side];
            between[other][side] = 0;
            between[side][other] = 0;
        }
        between[one][one] = 0;
    }

    /** Sum of pulls between every two sides; nothing for closed ones. */
    private long[][] between(int[] sides) {
        int count = Arrays.stream(sides).max().orElse(-1) + 1;
        long[][] between = new long[count][count];
        for (int node = 0; node < size; node++) {
            for (int i = 0; i < camps.neighbours()[node].length; i++) {
                int neighbour = camps.neighbours()[node][i];
                if (sides[node] != sides[neighbour] && !camps.closed()[node] && !camps.closed()[neighbour]) {
                    between[sides[node]][sides[neighbour]] += camps.pull()[node][i];
                }
            }
        }
        return between;
    }

    /** The same partition, its sides numbered by first appearance. */
    private static int[] numbered(int[] sides) {
        int[] names = new int[Arrays.stream(sides).max().orElse(-1) + 1];
        int count = 0;
        int[] numbered = new int[sides.length];
        for (int node = 0; node < sides.length; node++) {
            if (names[sides[node]] == 0) {
                names[sides[node]] = ++count;
            }
            numbered[node] = names[sides[node]] - 1;
        }
        return numbered;
    }
}
