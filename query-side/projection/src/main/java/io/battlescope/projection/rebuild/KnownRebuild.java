package io.battlescope.projection.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A row of {@code rebuild}.
 *
 * @param equal whether the last comparison found both versions to say the same, at one position
 * @param askedBy the last act that changed the state
 * @param ended whether nothing is left to do
 */
record KnownRebuild(
        String rebuildId,
        String processor,
        int oldVersion,
        int newVersion,
        RebuildState state,
        boolean switchWhenEqual,
        String detail,
        Map<String, Long> figures,
        boolean equal,
        String askedBy,
        Instant createdAt,
        boolean ended) {

    /** How {@code processor_control} names it. */
    String holder() {
        return "rebuild " + rebuildId;
    }

    Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }
}
