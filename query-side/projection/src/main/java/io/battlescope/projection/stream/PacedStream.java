package io.battlescope.projection.stream;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The extension's stream, with a callback for arrivals, a window for what is handed out, and an end that frees its threads. */
record PacedStream(BlockingStream<TrackedEventMessage<?>> stream, FifoBuffer buffer, HandOutWindow window)
        implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return window.isOpen() && stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        buffer.onAvailable(callback);
        window.onSpace(callback);
        return true;
    }

    @Override
    public void close() {
        window.onSpace(null);
        // first the task, then the buffer: a put that waits for space ends, and the task sees that it should too
        stream.close();
        buffer.close();
    }
}
