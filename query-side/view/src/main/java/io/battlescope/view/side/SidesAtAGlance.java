package io.battlescope.view.side;

import io.battlescope.api.killmail.Party;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.NamedParty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sides as lists show them. */
public record SidesAtAGlance(List<SideSummary> sides, UnassignedSummary unassigned) {

    /**
     * Puts parties and shares together.
     *
     * @param parties those who are known to be there besides those who stand on a side
     * @param valued whether any killmail of the battle has a known value
     */
    public static SidesAtAGlance of(
            Standing standing, Collection<Party> parties, SideShares shares, boolean valued, EntityNames names) {
        SortedMap<Long, NamedParty> everybody = new TreeMap<>();
        parties.forEach(party -> everybody.put(party.id(), names.party(party)));
        standing.parties().values().stream()
                .filter(stands -> stands.sideId() != null)
                .forEach(stands -> everybody.put(stands.party().id(), names.party(stands.party())));
        List<Integer> sides = List.copyOf(shares.sides());
        return new SidesAtAGlance(
                sides.stream()
                        .map(side -> new SideSummary(
                                side,
                                shares.of(side).shown(valued),
                                Efficiency.of(shares.of(side), sides.size()),
                                members(everybody, standing, side)))
                        .toList(),
                new UnassignedSummary(
                        shares.unassigned().shown(valued),
                        shares.friendlyFire().shown(valued),
                        members(everybody, standing, null)));
    }

    private static List<NamedParty> members(SortedMap<Long, NamedParty> everybody, Standing standing, Integer side) {
        return everybody.values().stream()
                .filter(party -> Objects.equals(standing.sideOf(party.id()), side))
                .toList();
    }
}
