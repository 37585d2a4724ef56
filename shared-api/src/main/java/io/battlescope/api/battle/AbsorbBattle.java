package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take in another battle with its killmails, because one killmail linked the two. A large battle is handed over in several
 * such commands, each with a part of its killmails. Refused by a merged battle, and by a battle told to absorb itself.
 *
 * @param killCount killmails that the absorbed battle holds, all parts together
 */
public record AbsorbBattle(
        @TargetAggregateIdentifier String battleId,
        String absorbedBattleId,
        long becauseOfKillmailId,
        int killCount,
        List<BattleKillmail> killmails)
        implements BattleCommand {

    public AbsorbBattle {
        killmails = List.copyOf(killmails);
    }
}
