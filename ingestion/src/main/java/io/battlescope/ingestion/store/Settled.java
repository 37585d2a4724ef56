package io.battlescope.ingestion.store;

import io.battlescope.ingestion.ruleset.RuleCode;
import io.battlescope.ingestion.validation.RejectionCode;
import java.util.Map;

/**
 * What became of the payloads of a batch.
 *
 * @param accepted killmails that were not known before
 * @param revalued killmails that were, and came with another value
 * @param duplicates killmails that were, and said nothing new
 * @param refused by how many more killmails stand refused, by reason; fewer when some were accepted after all
 * @param quarantined payloads newly set aside, by reason
 */
public record Settled(
        long accepted,
        long revalued,
        long duplicates,
        Map<RuleCode, Long> refused,
        Map<RejectionCode, Long> quarantined) {

    public long quarantinedCount() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }
}
