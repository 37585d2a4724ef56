package io.battlescope.ingestion.validation;

/** Why a payload is not accepted. The names are stable: they are counted, stored and sent on. */
public enum RejectionCode {
    /** No JSON, cut off, followed by something else, with NUL bytes, or not UTF-8. */
    NOT_JSON,
    /** Larger than a message may be. */
    TOO_LARGE,
    /** Nested deeper, or with longer names or numbers, than any killmail. */
    TOO_COMPLEX,
    /** JSON, but no object; or an envelope without a body in it. */
    NOT_A_KILLMAIL,
    NO_ID,
    /** The id is no positive whole number, or envelope and body disagree. */
    BAD_ID,
    NO_TIME,
    /** The time is no ISO-8601 instant. */
    BAD_TIME,
    /** More than an hour ahead of our clock. */
    FUTURE_TIME,
    /** Before the game opened on 2003-05-06. */
    BEFORE_EVE,
    NO_SYSTEM,
    NO_VICTIM,
    /** Nothing says what was lost. */
    NO_VICTIM_HULL,
    /** The list is missing. An empty list is odd but says who killed it: nobody. */
    NO_ATTACKERS,
    /** More than the 10,000 that ESI's contract allows. */
    TOO_MANY_ATTACKERS,
    /** A field that is used downstream has the wrong type or range. */
    BAD_FIELD,
    /** ESI does not give it, since the id and the hash that history lists do not belong together. */
    ESI_REFUSED
}
