package io.battlescope.command.sides;

import io.battlescope.api.killmail.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes nodes of parties as pins say, and adds up the bonds between them. */
final class CampsBuilder {

    private final HostilityGraph graph;
    private final Map<Long, Pin> pins = new HashMap<>();
    private final List<Party> leaders = new ArrayList<>();
    private final Map<Long, Integer> nodes = new HashMap<>();
    private final Map<Long, Integer> nodeOfLeader = new HashMap<>();

    CampsBuilder(HostilityGraph graph, Collection<Pin> pins) {
        this.graph = graph;
        pins.forEach(pin -> this.pins.put(pin.party().id(), pin));
        for (Party party : graph.parties()) {
            long root = root(party.id());
            Pin decided = this.pins.get(root);
            if (decided == null || !decided.isUnassigned()) {
                nodes.put(party.id(), nodeOfLeader.computeIfAbsent(root, unknown -> {
                    leaders.add(party);
                    return leaders.size() - 1;
                }));
            }
        }
    }

    /** The node of each party that takes part in the search; the others are pinned to no side. */
    Map<Long, Integer> nodes() {
        return nodes;
    }

    /** Whether an admin has said something about one of the node's parties. */
    boolean[] pinned() {
        boolean[] pinned = new boolean[leaders.size()];
        nodes.forEach((id, node) -> pinned[node] |= pins.containsKey(id));
        return pinned;
    }

    Camps camps() {
        CampRow[] rows = new CampRow[leaders.size()];
        Arrays.setAll(rows, node -> new CampRow());
        graph.bonds().forEach((low, row) -> {
            Integer one = nodes.get(low);
            if (one != null) {
                row.forEach((high, bond) -> join(rows, one, nodes.get(high), bond));
            }
        });
        int[][] neighbours = new int[rows.length][];
        long[][] hostility = new long[rows.length][];
        long[][] pull = new long[rows.length][];
        for (int node = 0; node < rows.length; node++) {
            CampRow row = rows[node].sorted();
            neighbours[node] = row.neighbours();
            hostility[node] = row.hostility();
            pull[node] = row.pull();
        }
        return new Camps(neighbours, hostility, pull, closed());
    }

    private static void join(CampRow[] rows, int one, Integer other, Bond bond) {
        if (other != null && other != one) {
            rows[one].add(other, bond);
            rows[other].add(one, bond);
        }
    }

    private boolean[] closed() {
        boolean[] closed = new boolean[leaders.size()];
        nodeOfLeader.forEach((root, node) -> {
            Pin pin = pins.get(root);
            closed[node] = pin != null && pin.isAlone();
        });
        return closed;
    }

    /** Follows "with" to a party that stands for all that are put together; of a circle the smallest id. */
    private long root(long party) {
        long slow = party;
        long fast = party;
        do {
            slow = next(slow);
            fast = next(next(fast));
        } while (slow != fast);
        long smallest = slow;
        for (long member = next(slow); member != slow; member = next(member)) {
            smallest = Math.min(smallest, member);
        }
        return smallest;
    }

    private long next(long party) {
        Pin pin = pins.get(party);
        return pin == null || pin.withParty() == null ? party : pin.withParty().id();
    }
}
