package io.battlescope.esi;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, and says in the log when a route's trouble begins, changes and ends: once, however often it is asked in between. */
final class Journal implements EsiReport {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Map<String, Long> tokensLeft = new ConcurrentHashMap<>();
    private final Map<Route, String> troubles = new ConcurrentHashMap<>();

    void asked() {
        asked.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    void learned(Notice notice) {
        if (notice.bucket() != null && notice.tokensLeft() != null) {
            tokensLeft.put(notice.bucket().group(), notice.tokensLeft());
        }
    }

    void answered(Route route, boolean refusal) {
        if (refusal) {
            refused.incrementAndGet();
        }
        if (troubles.remove(route) != null) {
            log.info("esi answers again route={}", route.name());
        }
    }

    void trouble(Route route, EsiUnavailableException reason) {
        String before = troubles.put(route, reason.state());
        if (!reason.state().equals(before)) {
            log.warn(
                    "esi not asked route={} state={} retryInSeconds={} reason={}",
                    route.name(),
                    reason.state(),
                    reason.retryIn().toSeconds(),
                    reason.getMessage());
        }
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("esiAsked", asked.get());
        counters.put("esiRefused", refused.get());
        counters.put("esiFailed", failed.get());
        tokensLeft.forEach((group, left) -> counters.put("esiTokensLeft." + group, left));
        return counters;
    }

    @Override
    public Map<String, String> notes() {
        String troubled = new TreeMap<>(troubles.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
        String healthy = asked.get() == 0 ? "not asked yet" : "answers";
        return Map.of("esi", troubled.isEmpty() ? healthy : troubled);
    }
}
