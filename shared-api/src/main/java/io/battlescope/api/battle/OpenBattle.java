package io.battlescope.api.battle;

import io.battlescope.api.killmail.Place;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open a battle with the killmails of a cluster. Refused when the id belongs to a battle of another system. */
public record OpenBattle(
        @TargetAggregateIdentifier String battleId,
        Place place,
        LinkageRule rule,
        long openedByKillmailId,
        List<BattleKillmail> killmails)
        implements BattleCommand {

    public OpenBattle {
        killmails = List.copyOf(killmails);
    }
}
