package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stand on its own again after a merger that does not hold any more. A battle that lives only takes the killmails. */
public record ReopenBattle(@TargetAggregateIdentifier String battleId, String actId, List<BattleKillmail> killmails)
        implements BattleCommand {

    public ReopenBattle {
        killmails = List.copyOf(killmails);
    }
}
