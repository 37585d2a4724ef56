package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How a killmail came to us.
 *
 * @param source the feed: such as {@code r2z2} or {@code file}
 * @param receivedAt when ingestion accepted it (our clock, UTC)
 * @param correlationId travels with every message this killmail causes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(String source, Instant receivedAt, String correlationId) {}
