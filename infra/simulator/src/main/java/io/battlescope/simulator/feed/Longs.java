package io.battlescope.simulator.feed;

import java.util.Arrays;

/** A list of numbers without a box around each: there can be tens of millions. */
final class Longs {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void set(int index, long value) {
        values[index] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
