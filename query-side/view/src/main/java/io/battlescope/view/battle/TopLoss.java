package io.battlescope.view.battle;

import io.battlescope.api.killmail.Party;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A loss among the dearest of a battle.
 *
 * @param characterId {@code null} for structures and the like; {@code corporationId} and {@code allianceId} as on the mail
 * @param iskDestroyed ISK; {@code null} when unknown
 */
public record TopLoss(
        long killmailId,
        Instant occurredAt,
        Long characterId,
        Long corporationId,
        Long allianceId,
        Party party,
        int hullTypeId,
        String hullName,
        BigDecimal iskDestroyed) {

    /** How many a battle shows. */
    public static final int SHOWN = 10;
}
