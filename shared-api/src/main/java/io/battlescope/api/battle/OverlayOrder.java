package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * Correct a battle by hand.
 *
 * @param systemId the battle's system, the key on the topic
 * @param expectedVersion the version the admin saw; {@code null} when that is of no account
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverlayOrder(
        String actId,
        String actor,
        String reason,
        Instant requestedAt,
        String battleId,
        int systemId,
        Long expectedVersion,
        OverlayAct act,
        Role role)
        implements BattleOrder {

    /** Of somebody whose role is not known. */
    public OverlayOrder(
            String actId,
            String actor,
            String reason,
            Instant requestedAt,
            String battleId,
            int systemId,
            Long expectedVersion,
            OverlayAct act) {
        this(actId, actor, reason, requestedAt, battleId, systemId, expectedVersion, act, null);
    }
}
