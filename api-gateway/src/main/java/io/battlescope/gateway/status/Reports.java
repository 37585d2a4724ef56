package io.battlescope.gateway.status;

import io.battlescope.api.status.ServiceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/** The services' reports, added up over the instances of a service. */
record Reports(List<ServiceStatus> all) {

    static final String INGESTION = "ingestion";
    static final String ENRICHMENT = "enrichment";
    static final String CLUSTERER = "command-side";
    static final String PROJECTION = "projection";

    private static final Set<String> EXPECTED = Set.of(INGESTION, ENRICHMENT, CLUSTERER, PROJECTION);
    private static final String QUARANTINED_BY = "quarantined.";
    private static final String REFUSED_BY = "refused.";

    /** Without those of instances that hang or have died. */
    static Reports current(List<ServiceStatus> reports, Instant now) {
        return new Reports(
                reports.stream().filter(report -> report.isCurrent(now)).toList());
    }

    /** {@code null} when no instance counts this. */
    Long sum(String service, String counter) {
        return reduce(service, counter, Math::addExact);
    }

    /** The lag of the slowest instance; {@code null} when none reports one. */
    Double lagSeconds(String service) {
        Long millis = reduce(service, "lagMillis", Math::max);
        return millis == null ? null : millis / 1000.0;
    }

    /** What ingestion's ruleset refused, by condition. */
    Map<String, Long> refusedByCode() {
        return byCode(REFUSED_BY);
    }

    /** What ingestion set aside, by reason. */
    Map<String, Long> quarantinedByCode() {
        return byCode(QUARANTINED_BY);
    }

    private Map<String, Long> byCode(String prefix) {
        Map<String, Long> byCode = new TreeMap<>();
        all.stream()
                .filter(report -> report.service().equals(INGESTION))
                .flatMap(report -> report.counters().entrySet().stream())
                .filter(counter -> counter.getKey().startsWith(prefix))
                .forEach(counter ->
                        byCode.merge(counter.getKey().substring(prefix.length()), counter.getValue(), Long::sum));
        return byCode;
    }

    /** The services that should be there and are not, in order. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(EXPECTED);
        all.forEach(report -> missing.remove(report.service()));
        return missing;
    }

    private Long reduce(String service, String counter, LongBinaryOperator operator) {
        return all.stream()
                .filter(report -> report.service().equals(service))
                .map(report -> report.counters().get(counter))
                .filter(Objects::nonNull)
                .reduce((left, right) -> operator.applyAsLong(left, right))
                .orElse(null);
    }

    static <T> T orNull(Optional<Reports> reports, Function<Reports, T> figure) {
        return reports.map(figure).orElse(null);
    }
}
