package io.battlescope.gateway.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The notice board in Redis where each service writes every second; also what those wrote last that hang or have died. */
@Component
public class ServiceBoard {

    private static final Logger log = LoggerFactory.getLogger(ServiceBoard.class);
    // other keys share the server, so walk it in large steps
    private static final ScanOptions REPORTS = ScanOptions.scanOptions()
            .match(ServiceStatus.KEY_PREFIX + "*")
            .count(10_000)
            .build();

    private final StringRedisTemplate redis;
    private volatile boolean away;

    ServiceBoard(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The reports by service and instance; empty when the board cannot be read. */
    public Optional<List<ServiceStatus>> read() {
        try {
            List<ServiceStatus> reports = reports();
            away = false;
            return Optional.of(reports);
        } catch (DataAccessException e) {
            // said once, not with every request
            if (!away) {
                log.warn("The services' reports cannot be read: {}", e.toString());
            }
            away = true;
            return Optional.empty();
        }
    }

    private List<ServiceStatus> reports() {
        List<String> keys = new ArrayList<>();
        try (Cursor<String> found = redis.scan(REPORTS)) {
            found.forEachRemaining(keys::add);
        }
        List<String> values = keys.isEmpty() ? List.of() : redis.opsForValue().multiGet(keys);
        return Objects.requireNonNullElse(values, List.<String>of()).stream()
                // expired between the two questions
                .filter(Objects::nonNull)
                .flatMap(value -> parse(value).stream())
                .sorted(Comparator.comparing(ServiceStatus::service).thenComparing(ServiceStatus::instance))
                .toList();
    }

    private static Optional<ServiceStatus> parse(String json) {
        try {
            return Optional.of(MessageJson.mapper().readValue(json, ServiceStatus.class));
        } catch (JsonProcessingException e) {
            log.warn("A service's report cannot be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
