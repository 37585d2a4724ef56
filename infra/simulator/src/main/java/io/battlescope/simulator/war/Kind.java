package io.battlescope.simulator.war;

import java.util.Locale;

/** What sort of fight a killmail comes from. */
public enum Kind {
    FLEET_BATTLE,
    /** A fleet battle into which somebody else warps and shoots everybody. */
    THIRD_PARTY,
    /** A battle that is going on when the day changes. */
    MIDNIGHT_BATTLE,
    /** Thousands of ships and titans; on demand only. */
    BLOODBATH,
    /** Two fights in one system at the same time that have nothing to do with each other. */
    TWO_FIGHTS,
    /** Pilots die, come back in another ship and die again. */
    RESHIP_BRAWL,
    SMALL_GANG,
    ROAM,
    GATE_CAMP,
    GANK,
    SOLO,
    STRUCTURE_BASH,
    AWOX,
    DEPLOYABLE,
    RATTING_LOSS,
    ABYSSAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
