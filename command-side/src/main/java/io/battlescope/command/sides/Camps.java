package io.battlescope.command.sides;

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

    /** What the node has with each side; {@code null} where it has nothing to do with one. */
    Bond[] bonds(int node, int[] sides, int count) {
        long[] hostile = new long[count];
        long[] attracted = new long[count];
        for (int i = 0; i < neighbours[node].length; i++) {
            int side = sides[neighbours[node][i]];
            hostile[side] += hostility[node][i];
            attracted[side] += hostility[node][i] + pull[node][i];
        }
        Bond[] bonds = new Bond[count];
        for (int side = 0; side < count; side++) {
            bonds[side] = hostile[side] + attracted[side] == 0 ? null : new Bond(hostile[side], attracted[side]);
        }
        return bonds;
    }

    /** Whether the node never shot anybody together with another. */
    boolean isWithoutCompany(int node) {
        for (int i = 0; i < neighbours[node].length; i++) {
            if (hostility[node][i] + pull[node][i] > 0) {
                return false;
            }
        }
        return true;
    }
}
