package io.battlescope.projection.control;

import io.battlescope.projection.version.ProjectionVersion;

/** How fast a processor works off what waits. */
@FunctionalInterface
public interface ReplayPace {

    /** Seconds that so many events take: at the pace that was seen here, or in a rebuild, or that is likely when nobody has seen any. */
    long secondsFor(ProjectionVersion version, long events);
}
