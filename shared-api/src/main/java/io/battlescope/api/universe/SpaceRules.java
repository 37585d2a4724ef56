package io.battlescope.api.universe;

import java.time.Instant;

/** What kind of space an id stands for, by CCP's id ranges. */
final class SpaceRules {

    private static final int THERA = 31_000_005;
    private static final int ZARZAKH = 30_100_000;
    private static final int POCHVEN_REGION = 10_000_070;
    /** The downtime in which the Triglavians took the 27 systems; zKillboard draws the line at the same second. */
    private static final Instant POCHVEN_SINCE = Instant.parse("2020-10-13T11:00:00Z");

    private SpaceRules() {}

    /** Space by id alone, which is all there is to go by for a system that is not shipped. */
    static SpaceType spaceOf(int systemId) {
        if (systemId == THERA) {
            return SpaceType.THERA;
        }
        if (systemId == ZARZAKH) {
            return SpaceType.ZARZAKH;
        }
        return switch (systemId / 1_000_000) {
            case 30 -> SpaceType.KSPACE;
            case 31 -> SpaceType.WORMHOLE;
            case 32 -> SpaceType.ABYSSAL;
            case 33, 34, 35 -> SpaceType.VOID;
            case 36 -> SpaceType.HIDDEN;
            default -> SpaceType.UNKNOWN;
        };
    }

    static boolean isPochven(SolarSystem system) {
        return system.regionId() == POCHVEN_REGION;
    }

    static boolean pochvenExisted(Instant at) {
        return !at.isBefore(POCHVEN_SINCE);
    }

    /** Band by the true security status; neither rounded first (0.4388 is low) nor compared with 0.5. */
    static SecurityBand bandOf(double security) {
        if (security >= 0.45) {
            return SecurityBand.HIGHSEC;
        }
        return security > 0 ? SecurityBand.LOWSEC : SecurityBand.NULLSEC;
    }
}
