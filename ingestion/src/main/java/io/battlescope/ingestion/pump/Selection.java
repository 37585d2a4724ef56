package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.store.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks those killmails of a batch that say anything new, against what was sent before and earlier in the batch. */
final class Selection {

    private final Map<Long, Told> told;
    private final List<Outgoing> toSend = new ArrayList<>();
    private long duplicates;

    /**
     * Starts with nothing picked.
     *
     * @param told what was last sent of the killmails that are known, by id
     */
    Selection(Map<Long, Told> told) {
        this.told = new HashMap<>(told);
    }

    void add(Outgoing delivered) {
        Told before = told.get(delivered.killmail().killmailId());
        if (before == null) {
            send(delivered);
        } else if (before.isChangedBy(
                delivered.killmail().hash(), delivered.killmail().isk())) {
            send(delivered.revaluing(before));
        } else {
            duplicates++;
        }
    }

    /** In the order of their delivery. */
    List<Outgoing> toSend() {
        return toSend;
    }

    long duplicates() {
        return duplicates;
    }

    private void send(Outgoing killmail) {
        toSend.add(killmail);
        told.put(killmail.killmail().killmailId(), killmail.told());
    }
}
