package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Place killmails in an open battle; the ones it already holds are passed over. Refused by a merged battle. */
public record AttributeKillmails(@TargetAggregateIdentifier String battleId, List<BattleKillmail> killmails)
        implements BattleCommand {

    public AttributeKillmails {
        killmails = List.copyOf(killmails);
    }
}
