package io.battlescope.ingestion.r2z2;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One request after the other, with a distance between any two of them, whoever asks. */
final class Turns {

    private static final long BACKGROUND_SHARE = 5;

    private final long spacingNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long next = System.nanoTime();
    private long nextInBackground = next;
    private int liveWaiting;

    Turns(Duration spacing) {
        this.spacingNanos = spacing.toNanos();
    }

    void await(Priority priority) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (priority == Priority.LIVE) {
                awaitLive();
            } else {
                awaitBackground();
            }
            next = System.nanoTime() + spacingNanos;
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private void awaitLive() throws InterruptedException {
        liveWaiting++;
        try {
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
        } finally {
            liveWaiting--;
        }
    }

    private void awaitBackground() throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long wait = Math.max(next - now, nextInBackground - now);
            if (liveWaiting > 0) {
                changed.await();
            } else if (wait > 0) {
                changed.await(wait, TimeUnit.NANOSECONDS);
            } else {
                nextInBackground = now + spacingNanos * BACKGROUND_SHARE;
                return;
            }
        }
    }
}
