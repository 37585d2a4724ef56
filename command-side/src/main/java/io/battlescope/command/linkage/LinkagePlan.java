package io.battlescope.command.linkage;

import java.util.List;

/**
 * What placing killmails leads to.
 *
 * @param placed every killmail that is new or whose place changed, with its cluster
 * @param clusters clusters that are new or changed
 * @param absorbed clusters that went into another one
 * @param battles what battles have to be told, in an order that keeps mergers right
 */
public record LinkagePlan(
        List<KnownKillmail> placed,
        List<KnownCluster> clusters,
        List<AbsorbedCluster> absorbed,
        List<BattlePlan> battles) {

    /**
     * A cluster of the index that went into another one.
     *
     * @param battleId its battle; {@code null} when it was none
     * @param becauseOf the killmail that linked the two
     */
    public record AbsorbedCluster(long clusterId, String battleId, long intoClusterId, long becauseOf) {}

    /**
     * News for one battle.
     *
     * @param openedBy the killmail that made the cluster a battle; {@code null} when it was one before
     * @param killmailIds killmails that are new to the battle, by time
     * @param absorbed battles that it takes in
     */
    public record BattlePlan(
            String battleId, int systemId, Long openedBy, List<Long> killmailIds, List<AbsorbedCluster> absorbed) {}
}
