package io.battlescope.api.battle;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The sides of the battle are others than before. Only told when the partition changes, and only what changed of it: every
 * party that is not named stays where it was. Sides are numbered from 1 by the smallest party id among their members, so that
 * the numbers depend on the killmails alone.
 *
 * @param changes parties that changed their side, by party id
 * @param sideCount how many sides there are now
 */
@Revision("1")
public record SidesDrawn(String battleId, int systemId, List<PartySide> changes, int sideCount) implements BattleEvent {

    public SidesDrawn {
        changes = List.copyOf(changes);
    }
}
