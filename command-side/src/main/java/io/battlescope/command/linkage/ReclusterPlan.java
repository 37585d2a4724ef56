package io.battlescope.command.linkage;

import java.util.List;
import java.util.SortedMap;

/**
 * What clustering killmails anew leads to.
 *
 * @param formerClusters clusters that are replaced
 * @param clusters the ones that replace them
 * @param placed every killmail of them with its cluster and link
 * @param shifts what becomes of each battle, changed or not, by id
 */
public record ReclusterPlan(
        List<Long> formerClusters, List<KnownCluster> clusters, List<KnownKillmail> placed, List<Shift> shifts) {

    /** Where a killmail comes from that was in no battle. */
    public static final String NO_BATTLE = "";

    /**
     * What becomes of one battle.
     *
     * @param openedBy the killmail that makes the cluster a battle; {@code null} when no cluster bears this id any more
     * @param isNew whether no killmail was in it before
     * @param risen whether it had gone into another battle and stands up again
     * @param left killmails that it gives away
     * @param joined killmails that come to it, by the battle they were in before ({@link #NO_BATTLE} for none)
     * @param heldBefore killmails it held before
     * @param heir the battle it goes into; {@code null} while it lives, and when its killmails are in no battle any more
     */
    public record Shift(
            String battleId,
            int systemId,
            Long openedBy,
            boolean isNew,
            boolean risen,
            List<Long> left,
            SortedMap<String, List<Long>> joined,
            int heldBefore,
            String heir) {

        public boolean isChange() {
            return !left.isEmpty() || !joined.isEmpty();
        }

        public boolean lives() {
            return openedBy != null;
        }
    }

    /** Whether any battle is other than before. */
    public boolean changesBattles() {
        return shifts.stream().anyMatch(Shift::isChange);
    }
}
