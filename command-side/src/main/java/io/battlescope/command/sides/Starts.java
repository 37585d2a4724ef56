package io.battlescope.command.sides;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where the search for sides begins: partitions that are good in one kind of fight each. */
final class Starts {

    private final Camps camps;
    private final int size;

    Starts(Camps camps) {
        this.camps = camps;
        this.size = camps.size();
    }

    List<int[]> all() {
        return List.of(everyoneAlone(), twoCamps(), everyoneTogether());
    }

    private int[] everyoneAlone() {
        int[] sides = new int[size];
        Arrays.setAll(sides, node -> node);
        return sides;
    }

    private int[] everyoneTogether() {
        int[] sides = new int[size];
        int next = 1;
        for (int node = 0; node < size; node++) {
            sides[node] = camps.closed()[node] ? next++ : 0;
        }
        return sides;
    }

    /** Enemies apart, the bitterest first; closed nodes stay alone. */
    private int[] twoCamps() {
        int[] sides = new int[size];
        Arrays.fill(sides, -1);
        for (Foes foes : bitterest()) {
            if (sides[foes.one] < 0 && sides[foes.other] < 0) {
                sides[foes.one] = 0;
                sides[foes.other] = 1;
            } else if (sides[foes.one] < 0) {
                sides[foes.one] = 1 - sides[foes.other];
            } else if (sides[foes.other] < 0) {
                sides[foes.other] = 1 - sides[foes.one];
            }
        }
        int next = 2;
        for (int node = 0; node < size; node++) {
            sides[node] = sides[node] < 0 ? next++ : sides[node];
        }
        return sides;
    }

    private List<Foes> bitterest() {
        List<Foes> foes = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            for (int i = 0; i < camps.neighbours()[node].length; i++) {
                int other = camps.neighbours()[node][i];
                long pull = camps.pull()[node][i];
                if (node < other && pull < 0 && !camps.closed()[node] && !camps.closed()[other]) {
                    foes.add(new Foes(node, other, pull));
                }
            }
        }
        foes.sort(Comparator.comparingLong(Foes::pull));
        return foes;
    }

    private record Foes(int one, int other, long pull) {}
}
