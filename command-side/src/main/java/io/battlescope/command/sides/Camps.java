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

    /** What the node has with each side that it has to do with. */
    Map<Integer, Bond> bonds(int node, int[] sides) {
        Map<Integer, Bond> bySide = new HashMap<>();
        for (int i = 0; i < neighbours[node].length; i++) {
            Bond bond = new Bond(hostility[node][i], hostility[node][i] + pull[node][i]);
            bySide.merge(sides[neighbours[node][i]], bond, Bond::plus);
        }
        return bySide;
    }
}
