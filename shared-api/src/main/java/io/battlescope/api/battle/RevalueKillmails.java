package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the values that are known now; killmails whose value is counted already, or that it does not hold, are passed over. */
public record RevalueKillmails(@TargetAggregateIdentifier String battleId, List<BattleKillmail> killmails)
        implements BattleCommand {

    public RevalueKillmails {
        killmails = List.copyOf(killmails);
    }
}
