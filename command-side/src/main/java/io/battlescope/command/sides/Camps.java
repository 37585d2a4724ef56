package io.battlescope.command.sides;

import java.util.HashMap;
import java.util.Map;

/**
 * The graph as the search sees it: numbered nodes, in the order of their smallest party, each a party or several that an admin
 * has put together, and the bonds between them in both directions.
 *
 * @param neighbours for each node the nodes it has a bond with, ascending
 * @param hostility for each of those the weight of the fire between them
 * @param pull for each of those what there is to gain by having both on one side
 * @param closed whether an admin keeps the node's side for it alone
 */
record Camps(int[][] neighbours, long[][] hostility, long[][] pull, boolean[] closed) {

    int size() {
        return neighbours.length;
    }

    /** All that is known of a node: the fire and the company. */
    long weight(int node) {
        long sum = 0;
        for (int i = 0; i < neighbours[node].length; i++) {
            sum += 2 * hostility[node][i] + pull[node][i];
        }
        return sum;
    }

    /** What the node has to gain on each side it has a bond with. */
    Map<Integer, Long> pulls(int node, int[] sides) {
        Map<Integer, Long> bySide = new HashMap<>();
        for (int i = 0; i < neighbours[node].length; i++) {
            bySide.merge(sides[neighbours[node][i]], pull[node][i], Long::sum);
        }
        return bySide;
    }
}
