package io.battlescope.gateway.processor;

import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of what processors are, each in a virtual thread of its own: a client that reads slowly holds up nobody else. They look once a
 * second at a picture that they share.
 */
@Component
class ProcessorStreams {

    private static final Logger log = LoggerFactory.getLogger(ProcessorStreams.class);
    private static final int MOST = 32;
    /** A client that is still there opens the next one by itself. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The stream's own thread ends it, not the container. */
    private static final long NO_TIMEOUT = 0;

    private final Picture picture;
    private final Semaphore room = new Semaphore(MOST);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    ProcessorStreams(Picture picture) {
        this.picture = picture;
    }

    /**
     * Opens a stream that lives as long as its client.
     *
     * @throws ProblemException when there are too many
     */
    SseEmitter open() {
        if (closing || !room.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.STREAMS_TAKEN, "There are " + MOST + " streams, and no room for another one.");
        }
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Thread thread = Thread.ofVirtual().name("processor-stream").unstarted(() -> run(emitter));
        emitter.onCompletion(thread::interrupt);
        emitter.onError(gone -> thread.interrupt());
        threads.add(thread);
        thread.start();
        return emitter;
    }

    private void run(SseEmitter emitter) {
        try {
            new ProcessorStream(emitter, picture).run(System.nanoTime() + LONGEST.toNanos());
            emitter.complete();
        } catch (InterruptedException ended) {
            // the client has gone, or the gateway is stopping
            emitter.complete();
        } catch (RuntimeException e) {
            log.warn("A stream of processors broke off", e);
            emitter.complete();
        } finally {
            threads.remove(Thread.currentThread());
            room.release();
        }
    }

    int count() {
        return threads.size();
    }

    /** Before the web server stops: it waits for answers that are under way, and these have no end of their own. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        threads.forEach(Thread::interrupt);
    }
}
