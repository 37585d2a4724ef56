package io.battlescope.ingestion.store;

import java.util.Map;

/**
 * What became of all payloads of all feeds since the database is there.
 *
 * @param refused killmails that stand refused, by reason
 * @param quarantined payloads that are set aside, by reason
 */
public record Totals(
        long accepted, long revalued, long duplicates, Map<String, Long> refused, Map<String, Long> quarantined) {}
