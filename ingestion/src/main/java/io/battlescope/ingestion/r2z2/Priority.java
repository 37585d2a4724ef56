package io.battlescope.ingestion.r2z2;

/** Who goes first when several want to ask the same host. */
public enum Priority {
    /** The live feed. */
    LIVE,
    /** History: gets its turn only while nobody live waits, and no more than a fifth of all turns. */
    BACKGROUND
}
