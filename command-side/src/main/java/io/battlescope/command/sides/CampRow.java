package io.battlescope.command.sides;

import java.util.Arrays;

/** The bonds of one node while they are collected, in any order; the same neighbour may come several times. */
final class CampRow {

    private int size;
    private int[] neighbours = new int[8];
    private long[] hostility = new long[8];
    private long[] pull = new long[8];

    void add(int neighbour, Bond bond) {
        if (size == neighbours.length) {
            neighbours = Arrays.copyOf(neighbours, 2 * size);
            hostility = Arrays.copyOf(hostility, 2 * size);
            pull = Arrays.copyOf(pull, 2 * size);
        }
        neighbours[size] = neighbour;
        hostility[size] = bond.hostility();
        pull[size] = bond.pull();
        size++;
    }

    /** Neighbours ascending, each once: the order in which a map hands out its entries must not matter. */
    CampRow sorted() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) neighbours[i] << 32) | i;
        }
        Arrays.sort(order);
        CampRow sorted = new CampRow();
        for (long entry : order) {
            sorted.join(this, (int) entry);
        }
        return sorted;
    }

    private void join(CampRow from, int i) {
        if (size > 0 && neighbours[size - 1] == from.neighbours[i]) {
            hostility[size - 1] += from.hostility[i];
            pull[size - 1] += from.pull[i];
        } else {
            add(from.neighbours[i], new Bond(from.hostility[i], from.hostility[i] + from.pull[i]));
        }
    }

    int[] neighbours() {
        return Arrays.copyOf(neighbours, size);
    }

    long[] hostility() {
        return Arrays.copyOf(hostility, size);
    }

    long[] pull() {
        return Arrays.copyOf(pull, size);
    }
}
