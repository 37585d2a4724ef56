package io.battlescope.api.processor;

/** Why an act on a processor is refused; nothing has changed then. The names are stable; {@code ActOutcome.code} carries them. */
public enum ProcessorRefusal {
    /** No service runs a processor of this name. */
    PROCESSOR_UNKNOWN,
    /** Another act on this processor has not ended yet. */
    PROCESSOR_BUSY,
    /** What it does cannot be done twice: a publisher's acts, an append-only record. */
    PROCESSOR_NOT_RESETTABLE,
    /** The processor has no such segment. */
    SEGMENT_UNKNOWN,
    /** It is the only segment, or the other half of it has been split again. */
    SEGMENT_NOT_MERGEABLE,
    /** Before the first record that the topic still has, or in the future. */
    INSTANT_OUTSIDE_LOG,
    /** A partition that the topic does not have, or an offset outside of it. */
    OFFSETS_INVALID,
    /** Events would be passed over that were never handled, and nobody said that they may be. */
    RESET_WOULD_SKIP,
    /** Segments were not let go in time, for instance by an instance that hangs. */
    TIME_LIMIT,
    /** There is no such rebuild. */
    REBUILD_UNKNOWN,
    /** A rebuild of this processor has not ended yet. */
    REBUILD_RUNNING,
    /** The rebuild is not where this step is possible. */
    REBUILD_STATE,
    /** Both versions do not say the same, and nobody said that this is wanted. */
    REBUILD_DIFFERS,
    /** No parked event is meant. */
    NOTHING_MATCHES,
    /** This kind of act does not exist for this processor. */
    NOT_SUPPORTED,
    /** It could not be carried out for a reason that nobody foresaw; the detail says what is known. */
    FAILED
}
