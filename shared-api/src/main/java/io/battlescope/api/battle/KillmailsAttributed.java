package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Killmails were placed in the battle, each for the first time in this battle. One event carries what one step placed, so
 * that a fleet fight costs few events; a large step is cut into several.
 *
 * @param totals the battle's totals with these killmails
 */
@Revision("1")
public record KillmailsAttributed(String battleId, int systemId, List<BattleKillmail> killmails, BattleTotals totals)
        implements BattleEvent {

    public KillmailsAttributed {
        killmails = List.copyOf(killmails);
    }
}
