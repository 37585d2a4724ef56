package io.battlescope.projection.control;

import java.util.OptionalLong;

/** How fast a processor works off what waits, as far as this has been seen. */
@FunctionalInterface
public interface ReplayPace {

    /** Seconds that so many events take; empty while nobody has seen the processor at full speed. */
    OptionalLong secondsFor(String tokenName, long events);
}
