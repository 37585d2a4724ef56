package io.battlescope.view.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.time.Instant;
import java.util.List;

/**
 * A killmail in full. Times are UTC.
 *
 * @param valueComplete whether every item of the mail had a price; an estimate that lacks some is a lower bound
 * @param source how the killmail came to us
 * @param receivedAt when it came to us
 * @param attackers most damage first
 * @param changedAt when this row or its place in a battle was last written; for entity tags
 * @param namesTag changes when any name does; for entity tags
 */
public record KillmailDetail(
        @JsonUnwrapped KillmailSummary killmail,
        String hash,
        Integer constellationId,
        String constellationName,
        Integer regionId,
        String regionName,
        SpaceType spaceType,
        SecurityBand security,
        boolean valueComplete,
        String source,
        Instant receivedAt,
        List<AttackerView> attackers,
        @JsonIgnore Instant changedAt,
        @JsonIgnore String namesTag) {}
