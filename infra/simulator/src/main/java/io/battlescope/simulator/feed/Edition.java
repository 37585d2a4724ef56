package io.battlescope.simulator.feed;

/** Why a killmail is published. */
public enum Edition {
    FIRST,
    /** Under a new number, nothing changed. */
    REPEATED,
    /** Under a new number, with another value. */
    REVALUED,
    /** The same number again, with the label {@code ganked}. */
    GANKED,
    /** The same number again, with another value. */
    CORRECTED;

    boolean rewrites() {
        return this == GANKED || this == CORRECTED;
    }

    boolean hasNewValue() {
        return this == REVALUED || this == CORRECTED;
    }
}
