package io.battlescope.kit.status;

import java.util.Map;

/** Numbers and short texts of one instance at one moment. */
public record ServiceReport(Map<String, Long> counters, Map<String, String> notes) {

    public ServiceReport {
        counters = Map.copyOf(counters);
        notes = Map.copyOf(notes);
    }
}
