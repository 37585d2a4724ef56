package io.battlescope.gateway.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one client is sent: the picture when it has changed, and now and then a sign of life. */
final class ProcessorStream {

    private static final MediaType JSON_LINE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SseEmitter emitter;
    private final Picture picture;
    private final Duration look;
    private final Duration heartbeat;
    private Picture.Frame last;
    private long sentNanos;

    ProcessorStream(SseEmitter emitter, Picture picture) {
        this(emitter, picture, LOOK, HEARTBEAT);
    }

    ProcessorStream(SseEmitter emitter, Picture picture, Duration look, Duration heartbeat) {
        this.emitter = emitter;
        this.picture = picture;
        this.look = look;
        this.heartbeat = heartbeat;
    }

    /** Goes on until then, or until nobody listens any more. */
    void run(long endNanos) throws InterruptedException {
        while (System.nanoTime() - endNanos < 0 && !Thread.currentThread().isInterrupted()) {
            if (!send(picture.frame())) {
                return;
            }
            Thread.sleep(look);
        }
    }

    /** Whether there is somebody who gets it. */
    private boolean send(Picture.Frame frame) {
        try {
            if (last == null || !frame.saysTheSameAs(last)) {
                emitter.send(SseEmitter.event().name(frame.name()).data(frame.json(), JSON_LINE));
                last = frame;
                sentNanos = System.nanoTime();
            } else if (System.nanoTime() - sentNanos >= heartbeat.toNanos()) {
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
