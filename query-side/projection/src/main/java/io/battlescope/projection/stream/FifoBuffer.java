package io.battlescope.projection.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.Buffer;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;

/**
 * Bounded buffer between the fetching thread and a processor, first in, first out. The extension's default buffer sorts by record
 * time instead; but tokens are counted up in fetch order, so that an event handed out early carries a token which already covers
 * events still waiting, and those are then skipped without a word.
 *
 * <p>A failure of the fetcher reaches the reader after everything fetched before it. Closing ends a put that waits for space:
 * otherwise the fetching thread and its consumer would stay for ever.
 */
class FifoBuffer implements Buffer<KafkaEventMessage> {

    private final Load load;
    private final ArrayDeque<KafkaEventMessage> queue = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Runnable onAvailable = () -> {};
    private int lines;
    private RuntimeException failure;
    private boolean closed;

    FifoBuffer(Load load) {
        this.load = load;
    }

    /** The callback runs on the fetching thread whenever there is something to read: an event or a failure. */
    void onAvailable(Runnable callback) {
        onAvailable = callback == null ? () -> {} : callback;
    }

    @Override
    public void put(KafkaEventMessage event) throws InterruptedException {
        if (add(event)) {
            onAvailable.run();
        }
    }

    @Override
    public void putAll(Collection<KafkaEventMessage> events) throws InterruptedException {
        boolean signalled = false;
        for (KafkaEventMessage event : events) {
            if (!add(event)) {
                return;
            }
            if (!signalled) {
                // the reader may start on the first while the rest still waits for space
                onAvailable.run();
                signalled = true;
            }
        }
        onAvailable.run();
    }

    /** Waits for space; false when the buffer is closed, which drops the event: the next stream fetches it again. */
    private boolean add(KafkaEventMessage event) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && load.isFull(queue.size(), lines)) {
                changed.await();
            }
            if (closed) {
                return false;
            }
            queue.add(event);
            lines += linesOf(event);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public KafkaEventMessage poll(long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && failure == null && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public KafkaEventMessage take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (queue.isEmpty() && failure == null && !closed) {
                changed.await();
            }
            KafkaEventMessage event = next();
            if (event == null) {
                throw new IllegalStateException("The stream was closed while its reader waited for an event");
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    private KafkaEventMessage next() {
        KafkaEventMessage event = queue.poll();
        if (event == null && failure != null) {
            throw failure;
        }
        if (event != null) {
            lines -= linesOf(event);
            changed.signalAll();
        }
        return event;
    }

    private int linesOf(KafkaEventMessage event) {
        return load.lines().applyAsInt(event.value());
    }

    @Override
    public KafkaEventMessage peek() {
        lock.lock();
        try {
            KafkaEventMessage event = queue.peek();
            if (event == null && failure != null) {
                throw failure;
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void setException(RuntimeException exception) {
        lock.lock();
        try {
            failure = exception;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        onAvailable.run();
    }

    void close() {
        onAvailable(null);
        lock.lock();
        try {
            closed = true;
            queue.clear();
            lines = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void clear() {
        lock.lock();
        try {
            queue.clear();
            lines = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int remainingCapacity() {
        return load.maxEvents() - size();
    }
}
