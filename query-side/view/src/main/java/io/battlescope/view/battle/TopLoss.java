package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.name.Combatant;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A loss among the dearest of a battle.
 *
 * @param who who lost it, as on the mail; structures and the like have no character
 * @param iskDestroyed ISK; {@code null} when unknown
 */
public record TopLoss(
        long killmailId,
        Instant occurredAt,
        @JsonUnwrapped Combatant who,
        int hullTypeId,
        String hullName,
        BigDecimal iskDestroyed) {

    /** How many a battle shows. */
    public static final int SHOWN = 10;
}
