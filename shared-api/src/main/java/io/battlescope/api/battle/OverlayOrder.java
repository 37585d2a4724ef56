package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Correct a battle by hand.
 *
 * @param systemId the battle's system, the key on the topic
 * @param expectedVersion the version the admin saw; {@code null} when that is of no account
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
        OverlayAct act)
        implements BattleOrder {}
