package io.battlescope.ingestion.ruleset;

/**
 * Which condition of a ruleset a killmail does not meet. The names are stable: they are counted, stored and sent on. Of several the
 * first in this order is told.
 */
public enum RuleCode {
    SPACE_DENIED,
    SPACE_NOT_ALLOWED,
    BAND_DENIED,
    /** Also where there is no band: outside of known space, and where the security at the time is not known. */
    BAND_NOT_ALLOWED,
    /** System or region. */
    PLACE_DENIED,
    PLACE_NOT_ALLOWED,
    /** An alliance, corporation or character. */
    ENTITY_DENIED,
    ENTITY_NOT_ALLOWED,
    MIN_PILOTS,
    MIN_ISK
}
