package io.battlescope.ingestion.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * That a killmail was accepted.
 *
 * @param hash {@code null} when the feed had none
 * @param source short name of the feed
 * @param receivedAt our clock
 * @param isk what zKillboard said it was worth; {@code null} when it said nothing
 * @param labels a digest of zKillboard's labels; {@code null} when it named none
 */
public record Reference(
        long killmailId,
        String hash,
        int systemId,
        Instant occurredAt,
        String source,
        Instant receivedAt,
        BigDecimal isk,
        UUID labels) {}
