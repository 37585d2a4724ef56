package io.battlescope.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.processor.ProcessorReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One instance's report, written to Redis under {@link #key()} each second and forgotten {@link #TTL_SECONDS} after the last.
 *
 * @param counters numbers by name, such as {@code accepted}, {@code quarantined}, {@code lagRecords}, {@code lagMillis}
 * @param notes short texts by name, such as {@code feed} or {@code error}
 * @param processors event processors that this service runs, as this instance sees them; empty for a service without any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceStatus(
        String service,
        String instance,
        long pid,
        Instant startedAt,
        Instant reportedAt,
        Map<String, Long> counters,
        Map<String, String> notes,
        List<ProcessorReport> processors) {

    public static final String KEY_PREFIX = "battlescope:status:";
    public static final int TTL_SECONDS = 15;

    public ServiceStatus {
        counters = Map.copyOf(counters);
        notes = Map.copyOf(notes);
        processors = processors == null ? List.of() : List.copyOf(processors);
    }

    public String key() {
        return KEY_PREFIX + service + ":" + instance;
    }
}
