package io.battlescope.ingestion.store;

import java.util.Map;

/**
 * What became of all payloads of all feeds since the database is there.
 *
 * @param quarantined by reason
 */
public record Totals(long accepted, long revalued, long duplicates, Map<String, Long> quarantined) {}
