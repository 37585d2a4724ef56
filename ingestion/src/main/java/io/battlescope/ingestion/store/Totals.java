package io.battlescope.ingestion.store;

import java.util.Map;

/**
 * What became of all payloads of all feeds since the database is there.
 *
 * @param refused killmails that stand refused, by reason
 * @param cameRight payloads that were set aside until the same killmail, or the same number of the feed, came right
 * @param quarantined payloads that are set aside, by reason
 */
public record Totals(
        long accepted,
        long revalued,
        long duplicates,
        Map<String, Long> refused,
        long cameRight,
        Map<String, Long> quarantined) {}
