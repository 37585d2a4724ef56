package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give away killmails that belong elsewhere since killmails were clustered anew; those it does not hold are passed over. */
public record ReleaseKillmails(@TargetAggregateIdentifier String battleId, String actId, List<BattleKillmail> killmails)
        implements BattleCommand {

    public ReleaseKillmails {
        killmails = List.copyOf(killmails);
    }
}
