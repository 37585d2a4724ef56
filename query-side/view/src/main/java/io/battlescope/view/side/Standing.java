package io.battlescope.view.side;

import io.battlescope.api.battle.PartySide;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where each party stands. A party that nobody has put anywhere is unassigned. */
public final class Standing {

    private final SortedMap<Long, PartySide> byParty = new TreeMap<>();

    public Standing(Collection<PartySide> parties) {
        parties.forEach(party -> byParty.put(party.party().id(), party));
    }

    /** The side's number; {@code null} for the unassigned, and for 0, which stands for no party. */
    public Integer sideOf(long partyId) {
        PartySide stands = byParty.get(partyId);
        return stands == null ? null : stands.sideId();
    }

    boolean isPinned(long partyId) {
        PartySide stands = byParty.get(partyId);
        return stands != null && stands.pinned();
    }

    boolean areTogether(long one, long other) {
        Integer side = sideOf(one);
        return side != null && side.equals(sideOf(other));
    }

    /** The sides' numbers, ascending. */
    public List<Integer> sides() {
        return byParty.values().stream()
                .map(PartySide::sideId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Everybody who has been put somewhere, or expressly nowhere, by party id. */
    public SortedMap<Long, PartySide> parties() {
        return Collections.unmodifiableSortedMap(byParty);
    }
}
