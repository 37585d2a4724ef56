package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Correct a battle by hand. Refused by an unknown or merged battle, with a stale version, and when the act names what the battle
 * does not have; then nothing changes.
 *
 * @param expectedVersion sequence number of the last event that the actor has seen; {@code null} when that is of no account
 * @param killmails the killmail that is excluded or reinstated, for its figures; otherwise empty
 */
public record ChangeOverlay(
        @TargetAggregateIdentifier String battleId,
        OverlayEntry entry,
        Long expectedVersion,
        List<BattleKillmail> killmails)
        implements BattleCommand {

    public ChangeOverlay {
        killmails = List.copyOf(killmails);
    }
}
