package io.battlescope.view.battle;

import io.battlescope.view.killmail.Pods;
import io.battlescope.view.name.Names;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What one pilot lost in one battle, in the order it happened. */
record PilotLosses(List<Mail> mails) {

    /**
     * A killmail of the pilot.
     *
     * @param ship whether it was a ship; neither a capsule nor, say, a fighter or a structure is one
     * @param isk ISK; {@code null} when unknown
     */
    record Mail(long killmailId, Instant occurredAt, int hullTypeId, boolean capsule, boolean ship, BigDecimal isk) {

        private Pods.Loss loss() {
            return new Pods.Loss(killmailId, 0, occurredAt, capsule, isk);
        }
    }

    /** Losses that count: a capsule does only when its pilot lost no ship in the battle. */
    int count() {
        boolean anyShip = mails.stream().anyMatch(Mail::ship);
        return (int) mails.stream().filter(mail -> !mail.capsule() || !anyShip).count();
    }

    /** One entry a loss, the capsule of a ship with the ship. */
    List<PilotLoss> shown(Names names) {
        Pods pods = new Pods(mails.stream()
                .filter(mail -> mail.capsule() || mail.ship())
                .map(Mail::loss)
                .toList());
        return mails.stream()
                .filter(mail -> pods.shipOf(mail.killmailId()) == null)
                .map(mail -> shown(mail, pods.podOf(mail.killmailId()), names))
                .toList();
    }

    private static PilotLoss shown(Mail mail, Pods.Loss pod, Names names) {
        return new PilotLoss(
                mail.killmailId(),
                mail.occurredAt(),
                mail.hullTypeId(),
                names.type(mail.hullTypeId()),
                mail.isk(),
                pod == null ? null : pod.killmailId(),
                pod == null ? null : pod.isk());
    }
}
