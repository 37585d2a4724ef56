package io.battlescope.kit.status;

import java.util.List;
import java.util.Map;

/** Provided by a service as a bean; asked once a second, so it has to be cheap. */
@FunctionalInterface
public interface StatusSource {

    ServiceReport report();

    /** What all of them tell; what one of them cannot tell is a note and no reason not to hear of the others. */
    static StatusSource all(List<StatusSource> sources) {
        return () -> sources.stream()
                .map(StatusSource::reportOrTrouble)
                .reduce(new ServiceReport(Map.of(), Map.of()), ServiceReport::and);
    }

    private static ServiceReport reportOrTrouble(StatusSource source) {
        try {
            return source.report();
        } catch (RuntimeException e) {
            return ServiceReport.trouble(e);
        }
    }
}
