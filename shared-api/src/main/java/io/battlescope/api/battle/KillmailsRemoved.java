package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Killmails are no longer in the battle. Told before another battle tells that it holds them.
 *
 * @param actId the admin's act behind it
 * @param killmails what was removed, with the values that were counted
 * @param totals the battle's totals without them; without times when nothing is left
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KillmailsRemoved(
        String battleId,
        int systemId,
        RemovalCause cause,
        String actId,
        List<BattleKillmail> killmails,
        BattleTotals totals)
        implements BattleEvent {

    public KillmailsRemoved {
        killmails = List.copyOf(killmails);
    }
}
