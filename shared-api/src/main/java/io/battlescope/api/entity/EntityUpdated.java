package io.battlescope.api.entity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What an entity is called; value of the compacted topic {@code entity.updated}, keyed by id. Of two for one id the later holds,
 * but a ticker stays when the later has none.
 *
 * @param ticker of alliances and corporations; {@code null} for others, and while only the name is known
 * @param asOf when ESI said so (our clock, UTC)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EntityUpdated(long id, EntityKind kind, String name, String ticker, Instant asOf) {}
