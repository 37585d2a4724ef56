package io.battlescope.command.battle;

import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.sides.Pin;
import io.battlescope.command.sides.Sides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says what is new about the sides of a battle. */
final class SidesTeller {

    private SidesTeller() {}

    /** Empty while everybody stands where the battle says already. */
    static Optional<SidesDrawn> sidesDrawn(Battle battle) {
        Collection<Pin> pins = battle.overlay().pins();
        Set<Long> pinned = pins.stream().map(pin -> pin.party().id()).collect(Collectors.toSet());
        SortedMap<Party, Integer> drawn = Sides.draw(battle.graph(), pins);
        List<PartySide> changes = new ArrayList<>();
        drawn.forEach((party, side) -> {
            PartySide stands = new PartySide(party, side == 0 ? null : side, pinned.contains(party.id()));
            if (!stands.equals(known(battle, party))) {
                changes.add(stands);
            }
        });
        changes.addAll(gone(battle));
        int sideCount =
                drawn.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        changes.sort(Comparator.comparingLong(change -> change.party().id()));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new SidesDrawn(battle.battleId(), battle.systemId(), changes, sideCount));
    }

    private static PartySide known(Battle battle, Party party) {
        return battle.sides().getOrDefault(party.id(), new PartySide(party, null, false));
    }

    /** Parties that no killmail of the battle names any more. */
    private static List<PartySide> gone(Battle battle) {
        return battle.sides().values().stream()
                .filter(stands -> !battle.graph().contains(stands.party().id()))
                .map(stands -> new PartySide(stands.party(), null, false))
                .toList();
    }

    /** The sides as last told, for naming one of them by its strongest member. */
    static Map<Party, Integer> asTold(Battle battle) {
        return battle.sides().values().stream()
                .filter(stands -> stands.sideId() != null)
                .collect(Collectors.toMap(PartySide::party, PartySide::sideId));
    }
}
