package io.battlescope.e2e.accuracy;

/** What was right, out of what was there to find and out of what was claimed. */
final class Tally {

    private long right;
    private long there;
    private long claimed;

    void add(long moreRight, long moreThere, long moreClaimed) {
        right += moreRight;
        there += moreThere;
        claimed += moreClaimed;
    }

    void add(Tally other) {
        add(other.right, other.there, other.claimed);
    }

    /** How much of what was there was found, 0 to 1; NaN where nothing was there. */
    double recall() {
        return there == 0 ? Double.NaN : (double) right / there;
    }

    /** How much of what was claimed is so, 0 to 1; NaN where nothing was claimed. */
    double precision() {
        return claimed == 0 ? Double.NaN : (double) right / claimed;
    }

    long right() {
        return right;
    }

    long there() {
        return there;
    }

    long claimed() {
        return claimed;
    }
}
