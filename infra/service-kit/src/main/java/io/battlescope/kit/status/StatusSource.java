package io.battlescope.kit.status;

import java.util.List;
import java.util.Map;

/** Provided by a service as a bean; asked once a second, so it has to be cheap. */
@FunctionalInterface
public interface StatusSource {

    ServiceReport report();

    /** What all of them tell. */
    static StatusSource all(List<StatusSource> sources) {
        return () -> sources.stream()
                .map(StatusSource::report)
                .reduce(new ServiceReport(Map.of(), Map.of()), ServiceReport::and);
    }
}
