package io.battlescope.projection.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many events a processor may hold that are not handled yet. A pooled processor's work package takes 1,024; once it is full,
 * the coordinator sleeps for 100 ms whatever happens, which caps a replay at some 10,000 events a second. A stream that pauses
 * just before, and calls back when a batch is done, keeps the coordinator awake.
 *
 * <p>The window only paces. Events counted here can be lost to it (a segment moves to another process with its queue), so a
 * window in which nothing moves for a second is taken for empty.
 */
public final class HandOutWindow {

    private static final int LIMIT = 1000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicInteger held = new AtomicInteger();
    private volatile long lastMove = System.nanoTime();
    private volatile Runnable onSpace = () -> {};

    /** A segment took an event on. */
    public void taken() {
        held.incrementAndGet();
    }

    /** Events are handled, or given up with their batch. */
    public void released(int events) {
        held.addAndGet(-events);
        lastMove = System.nanoTime();
        onSpace.run();
    }

    boolean isOpen() {
        if (held.get() < LIMIT) {
            return true;
        }
        if (System.nanoTime() - lastMove > PATIENCE) {
            restart();
            return true;
        }
        return false;
    }

    void restart() {
        held.set(0);
        lastMove = System.nanoTime();
    }

    void onSpace(Runnable callback) {
        onSpace = callback == null ? () -> {} : callback;
    }
}
