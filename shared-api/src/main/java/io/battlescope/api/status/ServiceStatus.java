package io.battlescope.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.processor.ProcessorReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One instance's report, written to Redis under {@link #key()} each second. An instance that is stopped takes it away; the last report of
 * one that hangs or has died stays for {@link #TTL_SECONDS}, or until another one starts on its host and finds the process gone.
 *
 * @param host where its {@code pid} means something; {@code null} when unknown
 * @param counters numbers by name, such as {@code accepted}, {@code quarantined}, {@code lagRecords}, {@code lagMillis}
 * @param notes short texts by name, such as {@code feed} or {@code error}
 * @param processors event processors that this service runs, as this instance sees them; empty for a service without any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceStatus(
        String service,
        String instance,
        String host,
        long pid,
        Instant startedAt,
        Instant reportedAt,
        Map<String, Long> counters,
        Map<String, String> notes,
        List<ProcessorReport> processors) {

    public static final String KEY_PREFIX = "battlescope:status:";
    public static final int TTL_SECONDS = 3600;

    /** Instances report each second; figures of one that has said nothing for so long are no figures of what is. */
    private static final Duration CURRENT = Duration.ofSeconds(15);

    public ServiceStatus {
        counters = Map.copyOf(counters);
        notes = Map.copyOf(notes);
        processors = processors == null ? List.of() : List.copyOf(processors);
    }

    /** Whether it may be taken for what is, or at least was a moment ago. */
    public boolean isCurrent(Instant now) {
        return !reportedAt.plus(CURRENT).isBefore(now);
    }

    public String key() {
        return key(service, instance);
    }

    public static String key(String service, String instance) {
        return KEY_PREFIX + service + ":" + instance;
    }
}
