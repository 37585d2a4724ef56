package io.battlescope.simulator.war;

import java.util.Locale;

/** On whose side a party stood in a fight. */
public enum Side {
    A,
    B,
    /** Shot at both. */
    THIRD,
    /** Took no part in what the fight was about. */
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
