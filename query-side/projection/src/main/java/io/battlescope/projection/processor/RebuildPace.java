package io.battlescope.projection.processor;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps versions that are being built from starving those that live: one batch at a time over all of them, and after each a rest as
 * long as their share of the time asks for. Batches of living versions never wait. The rest is taken between batches, with no
 * transaction open.
 */
final class RebuildPace {

    /** A rest longer than a claim lasts would lose the segment, and a processor that is to stop waits for its worker to come back. */
    private static final long MAX_REST_NANOS = Duration.ofSeconds(2).toNanos();

    private final double share;
    // fair: two rebuilds take turns
    private final ReentrantLock turn = new ReentrantLock(true);
    // both of whoever's turn it is
    private long begun;
    private long restUntil = System.nanoTime();
    private volatile Set<String> building = Set.of();

    RebuildPace(double share) {
        this.share = share;
    }

    /** From now on these are the versions that are being built, by their names in the token store. */
    void pace(Collection<String> tokenNames) {
        building = Set.copyOf(tokenNames);
    }

    /** Threads for the batches of one version; each task is a batch. */
    ScheduledExecutorService workers(String tokenName, int count, ThreadFactory threads) {
        return new ScheduledThreadPoolExecutor(count, threads) {

            @Override
            protected void beforeExecute(Thread thread, Runnable batch) {
                if (building.contains(tokenName)) {
                    turn.lock();
                    rest();
                    begun = System.nanoTime();
                }
                super.beforeExecute(thread, batch);
            }

            @Override
            protected void afterExecute(Runnable batch, Throwable thrown) {
                super.afterExecute(batch, thrown);
                if (turn.isHeldByCurrentThread()) {
                    long now = System.nanoTime();
                    restUntil = now + Math.min(MAX_REST_NANOS, (long) ((now - begun) * (1 / share - 1)));
                    turn.unlock();
                }
            }
        };
    }

    private void rest() {
        long left = restUntil - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = restUntil - System.nanoTime();
        }
    }
}
