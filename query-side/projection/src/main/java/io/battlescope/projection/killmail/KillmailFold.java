package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch of killmails leaves of each, on top of what is held already: the facts as last told, which are the same each time,
 * and of value, labels and provenance what {@link HeldKillmail} says. So neither the order of deliveries nor where a batch is cut
 * makes a difference.
 */
final class KillmailFold {

    /** A killmail as it is to be written. */
    record Row(EnrichedKillmail facts, HeldKillmail held) {}

    private KillmailFold() {}

    /** Rows sorted by id. */
    static Collection<Row> fold(List<EnrichedKillmail> killmails, Map<Long, HeldKillmail> known) {
        SortedMap<Long, Row> byId = new TreeMap<>();
        for (EnrichedKillmail mail : killmails) {
            Row before = byId.get(mail.killmailId());
            HeldKillmail held = before == null ? known.get(mail.killmailId()) : before.held();
            byId.put(mail.killmailId(), new Row(mail, held == null ? HeldKillmail.of(mail) : held.with(mail)));
        }
        return byId.values();
    }
}
