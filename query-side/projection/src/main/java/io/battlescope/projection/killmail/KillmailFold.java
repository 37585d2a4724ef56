package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch of killmails leaves of each: the last version, with the provenance of the first, for that tells when we came to
 * know it. The table keeps the same rule, so where a batch is cut makes no difference.
 */
final class KillmailFold {

    private KillmailFold() {}

    static SortedMap<Long, EnrichedKillmail> fold(List<EnrichedKillmail> killmails) {
        SortedMap<Long, EnrichedKillmail> byId = new TreeMap<>();
        killmails.forEach(killmail -> byId.merge(killmail.killmailId(), killmail, KillmailFold::next));
        return byId;
    }

    private static EnrichedKillmail next(EnrichedKillmail known, EnrichedKillmail update) {
        return new EnrichedKillmail(
                update.killmailId(),
                update.hash(),
                update.occurredAt(),
                update.place(),
                update.victim(),
                update.attackers(),
                update.value(),
                known.provenance());
    }
}
