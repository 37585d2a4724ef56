package io.battlescope.ingestion.feed;

import java.util.Optional;

/** The numbers that are to be asked for again; remembered beyond a restart. */
@FunctionalInterface
public interface Rechecks {

    /**
     * What waits.
     *
     * @param first the one that is due before all others
     */
    record Waiting(long count, Recheck first) {}

    /** Empty when nothing waits. */
    Optional<Waiting> of(String feed);
}
