package io.battlescope.ingestion.demo;

/**
 * Somebody in a ship.
 *
 * @param allianceId 0 for none
 */
record DemoPilot(long characterId, long corporationId, long allianceId, DemoHull hull) {

    private static final long FIRST_CHARACTER = 2_146_000_000;
    private static final long FIRST_CORPORATION = 98_990_000;
    private static final long FIRST_ALLIANCE = 99_990_000;
    private static final int PILOTS_EACH = 10_000;
    private static final int CORPORATIONS_EACH = 3;
    /** A school: an NPC corporation, in which new pilots begin. */
    private static final long NPC_CORPORATION = 1_000_167;

    /** A pilot of one of the alliances, always in the same one of its corporations. */
    static DemoPilot ofAlliance(int alliance, int pilot, DemoHull hull) {
        long corporation = FIRST_CORPORATION + alliance * 10L + pilot % CORPORATIONS_EACH;
        return new DemoPilot(
                FIRST_CHARACTER + (long) alliance * PILOTS_EACH + pilot, corporation, FIRST_ALLIANCE + alliance, hull);
    }

    /** A pilot of a corporation that belongs to no alliance. */
    static DemoPilot ofCorporation(int corporation, int pilot, DemoHull hull) {
        return new DemoPilot(
                FIRST_CHARACTER + 100_000 + (long) corporation * PILOTS_EACH + pilot,
                FIRST_CORPORATION + 500 + corporation,
                0,
                hull);
    }

    static DemoPilot newcomer(int pilot, DemoHull hull) {
        return new DemoPilot(FIRST_CHARACTER + 900_000 + pilot, NPC_CORPORATION, 0, hull);
    }

    DemoPilot in(DemoHull other) {
        return new DemoPilot(characterId, corporationId, allianceId, other);
    }
}
