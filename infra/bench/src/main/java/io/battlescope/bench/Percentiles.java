package io.battlescope.bench;

import java.util.Arrays;

/** Percentiles by nearest rank: each is a value that was really measured. */
final class Percentiles {

    private final double[] sorted;

    Percentiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** @param percent above 0 and at most 100; not a number when nothing was measured */
    double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    double max() {
        return at(100);
    }
}
