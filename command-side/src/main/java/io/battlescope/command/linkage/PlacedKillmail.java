package io.battlescope.command.linkage;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import java.util.Arrays;

/**
 * What linking needs to know of a killmail.
 *
 * @param occurredAt seconds since 1970, UTC
 * @param parties ids of the distinct parties on the mail, ascending
 * @param victim the victim, for counting losses
 */
public record PlacedKillmail(long killmailId, int systemId, long occurredAt, long[] parties, LostHull victim) {

    /** Who lost what kind of hull, as far as counting losses asks. */
    public record LostHull(Long pilotId, boolean capsule, boolean ship) {

        static LostHull of(Victim victim) {
            return new LostHull(victim.isPilot() ? victim.characterId() : null, victim.capsule(), victim.isShip());
        }
    }

    public static PlacedKillmail of(EnrichedKillmail mail) {
        return new PlacedKillmail(
                mail.killmailId(),
                mail.systemId(),
                mail.occurredAt().getEpochSecond(),
                mail.parties().mapToLong(Party::id).sorted().toArray(),
                LostHull.of(mail.victim()));
    }

    /** How many parties both have. */
    int sharedParties(PlacedKillmail other) {
        int count = 0;
        for (int i = 0, j = 0; i < parties.length && j < other.parties.length; ) {
            int order = Long.compare(parties[i], other.parties[j]);
            count += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The smallest party id that both have; {@link Link#NO_PARTY} when only an admin's word links them. */
    long firstSharedParty(PlacedKillmail other) {
        return Arrays.stream(parties)
                .filter(party -> Arrays.binarySearch(other.parties, party) >= 0)
                .findFirst()
                .orElse(Link.NO_PARTY);
    }
}
