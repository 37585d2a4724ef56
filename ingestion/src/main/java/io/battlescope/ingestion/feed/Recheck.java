package io.battlescope.ingestion.feed;

import java.time.Instant;

/**
 * A number of a live feed that is asked for again, beside the new ones.
 *
 * @param tries how often that was done in vain
 * @param since when it came to be in doubt
 * @param due when to ask
 */
public record Recheck(long number, Reason reason, int tries, Instant since, Instant due) {

    /** Why its answer is in doubt. The names are stored. */
    public enum Reason {
        /** It came, but not whole. */
        DAMAGED,
        /** It has a new content since, and what came may be the former one. */
        REWRITTEN
    }
}
