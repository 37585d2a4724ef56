package io.battlescope.ingestion.validation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What the validator says of a payload. */
public sealed interface Validation {

    /**
     * A killmail.
     *
     * @param hash 40 hex digits in lower case, or {@code null} when the payload has none that is well-formed
     * @param occurredAt time of the kill, whole seconds
     * @param killmail the ESI body as JSON text, as received but for the keys that are not ESI's
     * @param zkb zKillboard's block as JSON text, as received; {@code null} when there is none or it is unusable
     * @param combatants who it names
     * @param isk the value in that block, two decimals; {@code null} when it says none, or 0, which means not yet
     * @param labels the labels in that block, as {@link io.battlescope.api.killmail.Labels} keeps them; empty when it names none
     */
    record Accepted(
            long killmailId,
            String hash,
            int systemId,
            Instant occurredAt,
            Combatants combatants,
            String killmail,
            String zkb,
            BigDecimal isk,
            List<String> labels)
            implements Validation {}

    /**
     * Not a killmail.
     *
     * @param detail the reason in words
     * @param killmailId {@code null} when not even that could be read
     */
    record Rejected(RejectionCode code, String detail, Long killmailId) implements Validation {}
}
