package io.battlescope.ingestion.pump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.store.Reference;
import io.battlescope.ingestion.store.Told;
import io.battlescope.ingestion.validation.Validation.Accepted;
import java.time.Duration;
import java.time.Instant;

/**
 * An accepted killmail on its way to the broker.
 *
 * @param told what is known of the killmail once this is sent, and when this was received
 * @param isRevaluation whether it was sent before, with another value or other labels
 */
record Outgoing(RawKillmail raw, Accepted killmail, String source, Told told, boolean isRevaluation) {

    /** The smallest step that what is remembered of a killmail can tell. */
    private static final Duration STEP = Duration.ofMillis(1);

    static Outgoing first(RawKillmail raw, Accepted killmail, String source, Instant receivedAt) {
        Told told = Told.of(killmail.hash(), killmail.isk(), killmail.labels(), receivedAt);
        return new Outgoing(raw, killmail, source, told, false);
    }

    /**
     * The same as news of a known killmail. Of two values, and of two sets of labels, those received later count, so that this one
     * is received after the other even when both came in one batch, or the clock was set back in between.
     */
    Outgoing revaluing(Told before) {
        Instant earliest = before.at().plus(STEP);
        Instant then = told.at().isBefore(earliest) ? earliest : told.at();
        return new Outgoing(raw, killmail, source, before.changedBy(told, then), true);
    }

    Instant receivedAt() {
        return told.at();
    }

    String key() {
        return Integer.toString(killmail.systemId());
    }

    byte[] message() {
        // the same however often it is sent, so that a killmail can be followed through every service
        Provenance provenance = new Provenance(source, told.at(), "km-" + killmail.killmailId());
        IngestedKillmail message = new IngestedKillmail(
                killmail.killmailId(),
                killmail.hash(),
                killmail.systemId(),
                killmail.occurredAt(),
                provenance,
                asReceived(killmail.killmail()),
                killmail.zkb() == null ? null : asReceived(killmail.zkb()));
        try {
            return MessageJson.mapper().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Killmail " + killmail.killmailId() + " was read but cannot be written", e);
        }
    }

    Reference reference() {
        return new Reference(
                killmail.killmailId(),
                told.hash(),
                killmail.systemId(),
                killmail.occurredAt(),
                source,
                told.at(),
                told.isk(),
                told.labels());
    }

    /** JSON text that goes into the message as it is, without becoming a tree first. */
    private static JsonNode asReceived(String json) {
        return new POJONode(new RawValue(json));
    }
}
