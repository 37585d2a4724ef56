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
import io.battlescope.ingestion.validation.Validation.Accepted;
import java.time.Instant;

/** An accepted killmail on its way to the broker. */
record Outgoing(RawKillmail raw, Accepted killmail, String source, Instant receivedAt) {

    String key() {
        return Integer.toString(killmail.systemId());
    }

    byte[] message() {
        // the same however often it is sent, so that a killmail can be followed through every service
        Provenance provenance = new Provenance(source, receivedAt, "km-" + killmail.killmailId());
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
                killmail.killmailId(), killmail.hash(), killmail.systemId(), killmail.occurredAt(), source, receivedAt);
    }

    /** JSON text that goes into the message as it is, without becoming a tree first. */
    private static JsonNode asReceived(String json) {
        return new POJONode(new RawValue(json));
    }
}
