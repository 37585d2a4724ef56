package io.battlescope.command.story;

import io.battlescope.api.killmail.Party;

/** A pilot with the corporation and alliance of the day; {@code allianceId} may be {@code null}. */
public record Pilot(long characterId, long corporationId, Long allianceId) {

    public static final long GOONSWARM = 1354830081L;
    public static final long FRATERNITY = 99003581L;
    public static final long PANDEMIC_HORDE = 99005338L;
    /** The corporation that new characters of a school join: NPC, so its members are no group. */
    public static final long SCHOOL_CORPORATION = 1_000_045L;

    private static final long FIRST_CHARACTER = 90_000_000L;

    /** The n-th pilot of an alliance. */
    public static Pilot of(long allianceId, int number) {
        return new Pilot(
                FIRST_CHARACTER + (allianceId % 1_000_000) * 100 + number,
                98_000_000L + allianceId % 1_000,
                allianceId);
    }

    /** A pilot who has not left the NPC corporation. */
    public static Pilot ofNoGroup(int number) {
        return new Pilot(95_000_000L + number, SCHOOL_CORPORATION, null);
    }

    public Party party() {
        return Party.of(characterId, corporationId, allianceId).orElseThrow();
    }
}
