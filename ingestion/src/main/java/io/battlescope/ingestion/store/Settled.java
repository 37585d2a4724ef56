package io.battlescope.ingestion.store;

import io.battlescope.ingestion.ruleset.RuleCode;
import java.util.Map;

/**
 * What became of the payloads of a batch.
 *
 * @param accepted killmails that were not known before
 * @param revalued killmails that were, and came with another value
 * @param duplicates killmails that were, and said nothing new
 * @param refused by how many more killmails stand refused, by reason; fewer when some were accepted after all
 * @param setAside payloads newly set aside
 * @param cameRight payloads that left quarantine with this batch
 * @param quarantined by how many more payloads are in quarantine, by reason; fewer when some came right
 */
public record Settled(
        long accepted,
        long revalued,
        long duplicates,
        Map<RuleCode, Long> refused,
        long setAside,
        long cameRight,
        Map<String, Long> quarantined) {}
