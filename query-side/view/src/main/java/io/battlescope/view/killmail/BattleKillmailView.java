package io.battlescope.view.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;

/**
 * A killmail in the list of its battle. A capsule lost within 15 minutes of its pilot's ship names the ship, and the ship
 * names it.
 *
 * @param podKillmailId the capsule that went with this ship; absent without one
 * @param podIsk its value in ISK; absent likewise, and when unknown
 * @param podOf the ship that this capsule went with; absent for everything else
 */
public record BattleKillmailView(
        @JsonUnwrapped KillmailSummary killmail,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long podKillmailId,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal podIsk,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long podOf) {

    static BattleKillmailView of(KillmailSummary killmail, Pods pods) {
        Pods.Loss pod = pods.podOf(killmail.killmailId());
        Pods.Loss ship = pods.shipOf(killmail.killmailId());
        return new BattleKillmailView(
                killmail,
                pod == null ? null : pod.killmailId(),
                pod == null ? null : pod.isk(),
                ship == null ? null : ship.killmailId());
    }
}
