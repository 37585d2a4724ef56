package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take over acts of another battle, together with its killmails; the ones known already are passed over. */
public record AdoptOverlay(@TargetAggregateIdentifier String battleId, String fromBattleId, List<OverlayEntry> entries)
        implements BattleCommand {

    public AdoptOverlay {
        entries = List.copyOf(entries);
    }
}
