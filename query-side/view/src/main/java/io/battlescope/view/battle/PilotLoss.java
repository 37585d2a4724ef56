package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a pilot lost; the capsule that went with a ship is shown with it.
 *
 * @param occurredAt time of the kill (UTC)
 * @param isk ISK, without the capsule's; {@code null} when unknown
 * @param podKillmailId the capsule that went with this ship; absent without one
 * @param podIsk its value in ISK; absent likewise, and when unknown
 */
public record PilotLoss(
        long killmailId,
        Instant occurredAt,
        int hullTypeId,
        String hullName,
        BigDecimal isk,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long podKillmailId,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal podIsk) {}
