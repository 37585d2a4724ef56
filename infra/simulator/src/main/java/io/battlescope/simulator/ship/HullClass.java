package io.battlescope.simulator.ship;

import java.util.Locale;

/** What a hull is flown for. */
public enum HullClass {
    FRIGATE,
    EXPLORER,
    MINER,
    INTERCEPTOR,
    INTERDICTOR,
    LOGIFRIGATE,
    BOMBER,
    DESTROYER,
    GANKER,
    CRUISER,
    EWAR,
    HAC,
    LOGISTICS,
    HICTOR,
    T3C,
    BATTLECRUISER,
    GLASS,
    COMMAND,
    BATTLESHIP,
    MARAUDER,
    DREADNOUGHT,
    CARRIER,
    FAX,
    SUPERCARRIER,
    TITAN,
    HAULER,
    FREIGHTER,
    BARGE,
    CORVETTE,
    CAPSULE,
    STRUCTURE,
    KEEPSTAR,
    DEPLOYABLE,
    STARBASE;

    static HullClass of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Repairs others, so that it stands on a mail only when it dies. */
    public boolean repairs() {
        return this == LOGISTICS || this == LOGIFRIGATE || this == FAX;
    }

    /** Belongs to somebody, but nobody sits in it. */
    public boolean isUnmanned() {
        return this == STRUCTURE || this == KEEPSTAR || this == DEPLOYABLE || this == STARBASE;
    }
}
