package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.killmail.Valuation;
import java.time.Instant;
import java.util.List;

/**
 * What deliveries of one killmail may differ in, as far as it is known: a function of which deliveries there were, and not of their
 * order.
 *
 * @param valuation the best of all
 * @param labels those of the latest delivery that named any
 * @param labelledAt when that was received; {@code null} while none named any
 * @param source of the first delivery, like {@code receivedAt}, for these tell how and when we came to know the killmail
 */
record HeldKillmail(Valuation valuation, List<String> labels, Instant labelledAt, String source, Instant receivedAt) {

    static HeldKillmail of(EnrichedKillmail mail) {
        Provenance provenance = mail.provenance();
        return new HeldKillmail(
                mail.valuation(),
                mail.labels(),
                mail.labels().isEmpty() ? null : mail.valuation().receivedAt(),
                provenance.source(),
                provenance.receivedAt());
    }

    HeldKillmail with(EnrichedKillmail mail) {
        HeldKillmail other = of(mail);
        boolean earlier = other.receivedAt.isBefore(receivedAt);
        boolean labelledLater =
                other.labelledAt != null && (labelledAt == null || !other.labelledAt.isBefore(labelledAt));
        return new HeldKillmail(
                other.valuation.isBetterThan(valuation) ? other.valuation : valuation,
                labelledLater ? other.labels : labels,
                labelledLater ? other.labelledAt : labelledAt,
                earlier ? other.source : source,
                earlier ? other.receivedAt : receivedAt);
    }
}
