package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A killmail as the feed gave it, accepted by ingestion; value of topic {@code killmail.ingested}, keyed by system.
 *
 * @param hash the 40 hex digits that ESI and zKillboard use; {@code null} when the source had none
 * @param occurredAt time of the kill (UTC, whole seconds)
 * @param killmail the ESI body, untouched
 * @param zkb zKillboard's block, untouched; {@code null} when the source had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IngestedKillmail(
        long killmailId,
        String hash,
        int systemId,
        Instant occurredAt,
        Provenance provenance,
        JsonNode killmail,
        JsonNode zkb) {}
