package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.store.Refusal;
import io.battlescope.ingestion.store.ScreenedMail;
import io.battlescope.ingestion.store.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Picks those killmails of a batch that say anything new, against what was sent before and earlier in the batch, and that the rules
 * let pass. What is known has passed already, so rules are asked about new killmails only.
 */
final class Selection {

    private final Map<Long, Told> told;
    private final Screen screen;
    private final List<Outgoing> toSend = new ArrayList<>();
    private final Map<Long, Refusal> refused = new LinkedHashMap<>();
    private final Map<Long, ScreenedMail> screened = new LinkedHashMap<>();
    private long duplicates;

    /**
     * Starts with nothing picked.
     *
     * @param told what was last sent of the killmails that are known, by id
     */
    Selection(Map<Long, Told> told, Screen screen) {
        this.told = new HashMap<>(told);
        this.screen = screen;
    }

    void add(Outgoing delivered) {
        Told before = told.get(delivered.killmail().killmailId());
        if (before == null) {
            judge(delivered);
        } else if (before.isChangedBy(delivered.told())) {
            send(delivered.revaluing(before));
        } else {
            duplicates++;
        }
    }

    /** In the order of their delivery. */
    List<Outgoing> toSend() {
        return toSend;
    }

    List<Refusal> refused() {
        return List.copyOf(refused.values());
    }

    /** All that were judged, refused or not. */
    List<ScreenedMail> screened() {
        return List.copyOf(screened.values());
    }

    long duplicates() {
        return duplicates;
    }

    /** A killmail that was refused earlier in the batch can pass now, if it came with another value. */
    private void judge(Outgoing delivered) {
        ScreenedMail mail = screen.look(delivered);
        if (screened.put(mail.killmailId(), mail) != null) {
            duplicates++;
        }
        Optional<Refusal> refusal = screen.refusal(mail);
        if (refusal.isPresent()) {
            refused.put(mail.killmailId(), refusal.get());
        } else {
            refused.remove(mail.killmailId());
            send(delivered);
        }
    }

    private void send(Outgoing killmail) {
        toSend.add(killmail);
        told.put(killmail.killmail().killmailId(), killmail.told());
    }
}
