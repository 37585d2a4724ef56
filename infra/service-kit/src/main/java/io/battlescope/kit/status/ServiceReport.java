package io.battlescope.kit.status;

import java.util.HashMap;
import java.util.Map;

/** Numbers and short texts of one instance at one moment. */
public record ServiceReport(Map<String, Long> counters, Map<String, String> notes) {

    public ServiceReport {
        counters = Map.copyOf(counters);
        notes = Map.copyOf(notes);
    }

    /** That something cannot be told. */
    static ServiceReport trouble(RuntimeException cause) {
        return new ServiceReport(Map.of(), Map.of("error", "A part of the report is missing: " + cause));
    }

    /** Both together; where they use one name, the other's counts. */
    public ServiceReport and(ServiceReport other) {
        return new ServiceReport(merged(counters, other.counters), merged(notes, other.notes));
    }

    private static <T> Map<String, T> merged(Map<String, T> one, Map<String, T> other) {
        Map<String, T> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
