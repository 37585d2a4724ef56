package io.battlescope.ingestion.store;

import java.time.Instant;

/**
 * That a killmail was accepted.
 *
 * @param hash {@code null} when the feed had none
 * @param source short name of the feed
 * @param receivedAt our clock
 */
public record Reference(
        long killmailId, String hash, int systemId, Instant occurredAt, String source, Instant receivedAt) {}
