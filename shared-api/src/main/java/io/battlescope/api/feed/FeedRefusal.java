package io.battlescope.api.feed;

/** Why ingestion refuses an order. The names are stable; {@code ActOutcome.code} carries them. */
public enum FeedRefusal {
    /** A range that ends before it begins, lies before the game opened, or in the future. */
    RANGE_INVALID,
    /** Nobody started such a backfill. */
    BACKFILL_UNKNOWN,
    /** It has ended: done or cancelled. */
    BACKFILL_ENDED,
    /** The ruleset in force is not the one that the admin saw. */
    RULESET_CHANGED,
    /** Rules that contradict themselves or name what cannot be. */
    RULESET_INVALID,
    /** Nothing in quarantine is meant. */
    QUARANTINE_EMPTY,
    /** This ingestion follows a recording, which has no history. */
    NO_HISTORY,
    /** It could not be carried out for a reason that nobody foresaw; the detail says what is known. */
    FAILED
}
