package io.battlescope.gateway.processor;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one client is sent: the picture when it has changed, and now and then a sign of life. */
final class ProcessorStream {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

    private final SseEmitter emitter;
    private final Picture picture;
    private Picture.Frame last;
    private long sentNanos;

    ProcessorStream(SseEmitter emitter, Picture picture) {
        this.emitter = emitter;
        this.picture = picture;
    }

    /** Goes on until then, or until nobody listens any more. */
    void run(long endNanos) throws InterruptedException {
        while (System.nanoTime() - endNanos < 0 && !Thread.currentThread().isInterrupted()) {
            if (!send(picture.frame())) {
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    /** Whether there is somebody who gets it. */
    private boolean send(Picture.Frame frame) {
        try {
            if (last == null || !frame.saysTheSameAs(last)) {
                emitter.send(SseEmitter.event().name(frame.name()).data(frame.json(), MediaType.TEXT_PLAIN));
                last = frame;
                sentNanos = System.nanoTime();
            } else if (System.nanoTime() - sentNanos >= HEARTBEAT_NANOS) {
                emitter.send(SseEmitter.event().comment("still here"));
                sentNanos = System.nanoTime();
            }
            return true;
        } catch (IOException | IllegalStateException gone) {
            // the client has closed its end, or the container has closed ours
            return false;
        }
    }
}
