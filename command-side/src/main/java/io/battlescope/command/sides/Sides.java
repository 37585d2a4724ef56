package io.battlescope.command.sides;

import io.battlescope.api.killmail.Party;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws the sides of a battle: any number of them, and nobody on a side who cannot be told to be there. The result depends on
 * the graph and the pins alone.
 */
public final class Sides {

    private static final Comparator<Party> BY_ID = Comparator.comparingLong(Party::id);

    private Sides() {}

    /**
     * The side of every party of the graph, in the order of party ids: from 1, by the smallest party id on the side; 0 is
     * unassigned.
     */
    public static SortedMap<Party, Integer> draw(HostilityGraph graph, Collection<Pin> pins) {
        CampsBuilder builder = new CampsBuilder(graph, pins);
        Camps camps = builder.camps();
        int[] sides =
                camps.size() == 0 ? new int[0] : new Judgement(camps, builder.pinned(), SideSearch.best(camps)).sides();
        Map<Long, Integer> nodes = builder.nodes();
        SortedMap<Party, Integer> drawn = new TreeMap<>(BY_ID);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Party party : graph.parties()) {
            Integer node = nodes.get(party.id());
            boolean stands = node != null && sides[node] >= 0;
            drawn.put(party, stands ? numbers.computeIfAbsent(sides[node], side -> numbers.size() + 1) : 0);
        }
        return drawn;
    }

    /** The member that most evidence puts on the side; of equal ones that with the smallest id. */
    public static Optional<Party> strongest(HostilityGraph graph, Map<Party, Integer> sides, int sideId, Party except) {
        return sides.keySet().stream()
                .filter(party -> sides.get(party) == sideId && party.id() != except.id())
                .max(Comparator.comparingLong((Party party) -> weight(graph, sides, party))
                        .thenComparing(BY_ID.reversed()));
    }

    /** Company within the side, and fire with everybody who is not on it. */
    private static long weight(HostilityGraph graph, Map<Party, Integer> sides, Party party) {
        long sum = 0;
        for (Party other : graph.parties()) {
            Bond bond = graph.between(party.id(), other.id());
            boolean together = sides.get(party).equals(sides.get(other));
            sum += together ? bond.attraction() : bond.hostility();
        }
        return sum;
    }
}
