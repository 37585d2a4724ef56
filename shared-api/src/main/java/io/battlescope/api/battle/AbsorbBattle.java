package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take in another battle with all its killmails, because one killmail linked the two. Refused by a merged battle, and by a
 * battle told to absorb itself.
 */
public record AbsorbBattle(
        @TargetAggregateIdentifier String battleId,
        String absorbedBattleId,
        long becauseOfKillmailId,
        List<BattleKillmail> killmails)
        implements BattleCommand {

    public AbsorbBattle {
        killmails = List.copyOf(killmails);
    }
}
