package io.battlescope.kit.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Takes away what instances of this service left on the board whose processes on this host are gone: this one has come in their place.
 * Whoever hangs has a process, and stays there for somebody to see.
 */
final class Predecessors {

    private static final int AT_ONCE = 1_000;
    /** Between the start of a process and the time that it gives as its start. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final StringRedisTemplate redis;

    Predecessors(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void forget(String service, String host) {
        ScanOptions reports = ScanOptions.scanOptions()
                .match(ServiceStatus.KEY_PREFIX + service + ":*")
                .count(AT_ONCE)
                .build();
        List<String> keys = new ArrayList<>();
        try (Cursor<String> found = redis.scan(reports)) {
            found.forEachRemaining(keys::add);
        }
        keys.stream()
                .filter(key -> read(redis.opsForValue().get(key))
                        .filter(report -> host.equals(report.host()) && isGone(report))
                        .isPresent())
                .forEach(redis::delete);
    }

    /** Also when another process has its number by now. */
    private static boolean isGone(ServiceStatus report) {
        if (report.pid() == ProcessHandle.current().pid()) {
            return report.startedAt().isBefore(StatusReporter.startedAt());
        }
        Optional<Instant> start = ProcessHandle.of(report.pid())
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant().orElse(report.startedAt()));
        return start.isEmpty() || start.get().isAfter(report.startedAt().plus(TOLERANCE));
    }

    /** What cannot be read is of another release, and none of our business. */
    private static Optional<ServiceStatus> read(String json) {
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(MessageJson.mapper().readValue(json, ServiceStatus.class));
        } catch (JsonProcessingException ofAnotherRelease) {
            return Optional.empty();
        }
    }
}
