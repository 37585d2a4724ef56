package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * Cluster killmails anew with the parameters in force now. An order over all systems is sent once to each partition.
 *
 * @param systemId {@code null} for all systems of the partition
 * @param from earliest kill (UTC); {@code null} for no limit
 * @param to latest kill (UTC); {@code null} for no limit
 * @param dryRun only tell what would change
 * @param part which part of the order this is, from 0; {@code parts} says of how many
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReclusterOrder(
        String actId,
        String actor,
        String reason,
        Instant requestedAt,
        Integer systemId,
        Instant from,
        Instant to,
        boolean dryRun,
        int part,
        int parts,
        Role role)
        implements BattleOrder {

    /** Of somebody whose role is not known. */
    public ReclusterOrder(
            String actId,
            String actor,
            String reason,
            Instant requestedAt,
            Integer systemId,
            Instant from,
            Instant to,
            boolean dryRun,
            int part,
            int parts) {
        this(actId, actor, reason, requestedAt, systemId, from, to, dryRun, part, parts, null);
    }
}
