package io.battlescope.projection.processor;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;

/**
 * What stands in a processor's way. The framework tries a failed batch again and again, ever slower, and in between its own
 * status shows no error; here a failure stays until the segment has got past it.
 */
public final class ProcessorHealth {

    private static final int STREAM = -1;

    private final Map<Integer, Failure> failures = new ConcurrentHashMap<>();

    /** A failure, in words an operator understands. */
    public record Failure(Instant at, String cause) {

        static Failure of(Throwable thrown) {
            Throwable root = thrown;
            while (root.getCause() != null && !root.getClass().getName().startsWith("io.battlescope.")) {
                root = root.getCause();
            }
            String message = root.getMessage();
            return new Failure(Instant.now(), message == null ? root.getClass().getSimpleName() : message);
        }
    }

    void streamFailed(RuntimeException thrown) {
        failures.put(STREAM, Failure.of(thrown));
    }

    void batchFailed(Segment segment, Throwable thrown) {
        failures.put(segment.getSegmentId(), Failure.of(thrown));
    }

    void batchDone(Segment segment) {
        failures.remove(STREAM);
        failures.remove(segment.getSegmentId());
    }

    void clear() {
        failures.clear();
    }

    /** What a segment has not got past yet. */
    public Optional<Failure> failure(int segment) {
        return Optional.ofNullable(failures.get(segment));
    }

    /** The latest failure that nothing has got past yet. */
    public Optional<Failure> failure() {
        return failures.values().stream().max(Comparator.comparing(Failure::at));
    }
}
