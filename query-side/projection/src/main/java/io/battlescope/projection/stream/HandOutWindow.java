package io.battlescope.projection.stream;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventMessage;

/**
 * How much a processor may hold that is not handled yet. A pooled processor's work package takes 1,024 events, whatever their
 * size; and once it is full, the coordinator sleeps for 100 ms whatever happens, which caps a replay at some 10,000 events a
 * second. A stream that pauses just before, and calls back when a batch is done, bounds the memory and keeps the coordinator
 * awake.
 *
 * <p>The window only paces. What is counted here can be lost to it (a segment moves to another process with its queue), so a
 * window in which nothing moves for a second and no batch is at work is taken for empty.
 */
public final class HandOutWindow {

    /** Below the 1,024 of a work package. */
    public static final int MAX_EVENTS = 1000;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final Load load;
    private final LongSupplier nanoTime;
    private volatile Runnable onSpace = () -> {};
    private int events;
    private int lines;
    private int batches;
    private long lastMove;

    public HandOutWindow(Load load) {
        this(load, System::nanoTime);
    }

    HandOutWindow(Load load, LongSupplier nanoTime) {
        this.load = load;
        this.nanoTime = nanoTime;
        this.lastMove = nanoTime.getAsLong();
    }

    /** A segment took an event on. */
    public synchronized void taken(EventMessage<?> event) {
        events++;
        lines += load.lines().applyAsInt(event);
    }

    /** A batch is at work. */
    public synchronized void begun() {
        batches++;
    }

    /** A batch is handled, or given up. */
    public void released(Iterable<? extends EventMessage<?>> batch) {
        synchronized (this) {
            for (EventMessage<?> event : batch) {
                // what was taken on before a restart is not counted any more
                events = Math.max(0, events - 1);
                lines = Math.max(0, lines - load.lines().applyAsInt(event));
            }
            batches--;
            lastMove = nanoTime.getAsLong();
        }
        onSpace.run();
    }

    synchronized boolean isOpen() {
        if (load.isFull(events, lines) && batches == 0 && nanoTime.getAsLong() - lastMove > PATIENCE) {
            restart();
        }
        return !load.isFull(events, lines);
    }

    synchronized void restart() {
        events = 0;
        lines = 0;
        lastMove = nanoTime.getAsLong();
    }

    void onSpace(Runnable callback) {
        onSpace = callback == null ? () -> {} : callback;
    }
}
