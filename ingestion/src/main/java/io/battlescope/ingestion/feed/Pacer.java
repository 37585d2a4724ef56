package io.battlescope.ingestion.feed;

import java.util.concurrent.TimeUnit;

/**
 * A schedule of one killmail each so often. Killmail n is due n/rate seconds after the first; what a slow broker delays is made up
 * for, up to {@link #MAX_DEBT_NANOS}, so that the rate holds over minutes too.
 */
public final class Pacer {

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_DEBT_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** Shortest sleep: at high rates a few killmails go together rather than the thread waking for each. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Longest sleep, so that a stop is noticed at rates below one a second too. */
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double nanosEach;
    private final long origin = System.nanoTime();
    private double due;
    private boolean started;

    public Pacer(double killmailsPerSecond) {
        this.nanosEach = SECOND / killmailsPerSecond;
    }

    /** Waits a second at most for the next killmail to be due, and tells how many are. */
    public int await() throws InterruptedException {
        long now = System.nanoTime() - origin;
        if (!started) {
            started = true;
            due = now;
        }
        due = Math.max(due, (double) (now - MAX_DEBT_NANOS));
        if (due > now) {
            TimeUnit.NANOSECONDS.sleep(Math.clamp((long) (due - now), TICK_NANOS, MAX_WAIT_NANOS));
            now = System.nanoTime() - origin;
        }
        return due > now ? 0 : (int) Math.min(Integer.MAX_VALUE - 1, (now - due) / nanosEach) + 1;
    }

    /** So many of them were given. */
    public void gave(int killmails) {
        due += nanosEach * killmails;
    }

    /** There was nothing to give, so there is nothing to be late for: the schedule starts anew with the next killmail. */
    public void idle() {
        started = false;
    }
}
