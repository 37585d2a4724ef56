package io.battlescope.enrichment.esi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Provenance;
import java.io.IOException;
import java.time.Instant;

/**
 * A value of {@code killmail.ingested}.
 *
 * @param zkb left as it came: zKillboard changes it without notice, and little of it matters
 */
public record AcceptedKillmail(
        long killmailId,
        String hash,
        int systemId,
        Instant occurredAt,
        Provenance provenance,
        EsiKillmail killmail,
        JsonNode zkb) {

    private static final ObjectReader READER = MessageJson.mapper().readerFor(AcceptedKillmail.class);

    /**
     * @throws UnreadableKillmailException when the message is no killmail, or lacks what every killmail has
     */
    public static AcceptedKillmail read(byte[] message) {
        if (message == null) {
            throw new UnreadableKillmailException(
                    UnreadableKillmailException.NOT_A_KILLMAIL, "The message is empty", null);
        }
        AcceptedKillmail mail = parse(message);
        mail.check();
        return mail;
    }

    private static AcceptedKillmail parse(byte[] message) {
        try {
            AcceptedKillmail mail = READER.readValue(message);
            if (mail == null) {
                throw new UnreadableKillmailException(
                        UnreadableKillmailException.NOT_A_KILLMAIL, "The message is null", null);
            }
            return mail;
        } catch (IOException e) {
            throw new UnreadableKillmailException(
                    UnreadableKillmailException.NOT_A_KILLMAIL, "The message is not a killmail: " + e.getMessage(), e);
        }
    }

    private void check() {
        need(killmailId > 0, "killmailId");
        need(systemId > 0, "systemId");
        need(occurredAt != null, "occurredAt");
        need(provenance != null, "provenance");
        need(killmail != null, "killmail");
        need(killmail.victim() != null, "killmail.victim");
        need(killmail.victim().shipTypeId() > 0, "killmail.victim.ship_type_id");
        need(killmail.attackers() != null, "killmail.attackers");
    }

    private void need(boolean present, String field) {
        if (!present) {
            throw new UnreadableKillmailException(
                    UnreadableKillmailException.INCOMPLETE, "Killmail " + killmailId + " has no " + field, null);
        }
    }
}
