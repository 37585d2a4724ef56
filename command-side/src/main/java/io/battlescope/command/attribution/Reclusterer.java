package io.battlescope.command.attribution;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.command.attribution.BattleRegister.Registered;
import io.battlescope.command.attribution.BattleRegister.Sighting;
import io.battlescope.command.linkage.KnownCluster;
import io.battlescope.command.linkage.KnownKillmail;
import io.battlescope.command.linkage.PlacedKillmail;
import io.battlescope.command.linkage.ReclusterPlan;
import io.battlescope.command.linkage.ReclusterPlan.Shift;
import io.battlescope.command.linkage.Reclustering;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Clusters the killmails of some clusters anew, in the caller's transaction. */
final class Reclusterer {

    private final LinkageRule rule;
    private final BattlesStore store;

    Reclusterer(LinkageRule rule, BattlesStore store) {
        this.rule = rule;
        this.store = store;
    }

    /** What it would lead to, with the corrections that are in force now. */
    ReclusterPlan plan(Set<Long> clusterIds) {
        List<KnownCluster> clusters = store.index().clusters(clusterIds);
        List<KnownKillmail> killmails = store.index().members(clusterIds);
        List<Long> ids =
                killmails.stream().map(known -> known.killmail().killmailId()).toList();
        Set<Integer> systems = clusters.stream().map(KnownCluster::systemId).collect(Collectors.toSet());
        return Reclustering.plan(
                rule,
                store.overlays().corrections(systems),
                new Reclustering.Former(
                        clusters,
                        killmails,
                        store.register().mergedOpenedBy(ids),
                        id -> store.register().find(id).isPresent()));
    }

    /** Writes the plan down; says what battles have to be told. */
    List<PlannedCommand> save(ReclusterPlan plan, String actId) {
        Map<String, Registered> before =
                store.register().all(plan.shifts().stream().map(Shift::battleId).toList());
        ReclusterCommands commands = new ReclusterCommands(
                plan,
                rule,
                actId,
                store.overlays().of(plan.shifts().stream().map(Shift::battleId).toList()));
        store.index().replace(plan);
        register(plan);
        for (ReclusterCommands.HandOver handOver : commands.handOvers()) {
            store.overlays()
                    .copy(
                            handOver.fromBattleId(),
                            handOver.acts().stream()
                                    .map(act -> act.entry().actId())
                                    .toList(),
                            handOver.toBattleId());
            if (handOver.all()) {
                store.overlays().removeAll(handOver.fromBattleId());
            }
        }
        return commands.commands().stream()
                .filter(command -> isNews(command, before))
                .toList();
    }

    /** A battle that is ruled by these parameters already need not be told so. */
    private boolean isNews(PlannedCommand command, Map<String, Registered> before) {
        return !(command instanceof PlannedCommand.Rule ruled)
                || !before.containsKey(ruled.battleId())
                || !rule.equals(before.get(ruled.battleId()).rule());
    }

    private void register(ReclusterPlan plan) {
        Map<Long, Long> latest = new HashMap<>();
        plan.placed()
                .forEach(known ->
                        latest.merge(known.clusterId(), known.killmail().occurredAt(), Math::max));
        Map<String, Long> lastKill = new HashMap<>();
        plan.clusters().stream()
                .filter(cluster -> cluster.battleId() != null)
                .forEach(cluster -> lastKill.put(cluster.battleId(), latest.get(cluster.clusterId())));
        List<Shift> living = plan.shifts().stream().filter(Shift::lives).toList();
        store.register()
                .saw(
                        living.stream()
                                .map(shift -> new Sighting(
                                        shift.battleId(),
                                        shift.systemId(),
                                        shift.isNew() && !shift.risen() ? shift.openedBy() : null,
                                        lastKill.get(shift.battleId())))
                                .toList(),
                        rule);
        List<String> ids = living.stream().map(Shift::battleId).toList();
        store.register().ruled(ids, rule);
        plan.shifts().stream()
                .filter(shift -> shift.heir() != null)
                .forEach(gone -> store.register().merged(gone.battleId(), gone.heir()));
        store.register().lastKillsAnew(ids);
    }

    /**
     * Every cluster that clustering anew between two instants could touch: those with a killmail there, and in turn those within
     * reach of their killmails.
     *
     * @param from seconds since 1970, UTC; {@code to} likewise
     */
    Set<Long> reachable(int systemId, long from, long to) {
        Set<Long> reached = new HashSet<>();
        Set<Long> found = store.index().clustersIn(List.of(new TimeRange(systemId, from, to)));
        while (reached.addAll(found)) {
            List<PlacedKillmail> members = store.index().members(found).stream()
                    .map(KnownKillmail::killmail)
                    .toList();
            found = store.index().clustersIn(TimeRange.around(members, rule.gapSeconds()));
            found.removeAll(reached);
        }
        return reached;
    }

    /** The clusters whose links a correction can change. */
    Set<Long> touched(int systemId, LinkageEffect effect) {
        Set<Long> clusters = new HashSet<>();
        long gap = rule.gapSeconds();
        switch (effect) {
            case LinkageEffect.None none -> {}
            case LinkageEffect.TimeCutEffect cut ->
                clusters.addAll(in(systemId, cut.cut().at() - gap, cut.cut().at() + gap));
            case LinkageEffect.PartyCutEffect cut ->
                clusters.addAll(in(systemId, cut.cut().from() - gap, cut.cut().to() + gap));
            case LinkageEffect.Moved move -> {
                addHolding(clusters, move.killmailId());
                addHolding(clusters, move.partnerId());
                store.index()
                        .placed(move.killmailId())
                        .ifPresent(at -> clusters.addAll(in(systemId, at - gap, at + gap)));
            }
            case LinkageEffect.Joined join -> {
                addHolding(clusters, join.killmailId());
                addHolding(clusters, join.partnerId());
            }
        }
        return clusters;
    }

    private Set<Long> in(int systemId, long from, long to) {
        return store.index().clustersIn(List.of(new TimeRange(systemId, from, to)));
    }

    private void addHolding(Set<Long> clusters, long killmailId) {
        store.index().holding(killmailId).map(KnownCluster::clusterId).ifPresent(clusters::add);
    }

    /** A plan in numbers. */
    static Map<String, Long> figures(ReclusterPlan plan) {
        Map<String, Long> figures = new TreeMap<>();
        List<Shift> shifts = plan.shifts();
        figures.put("battlesBefore", count(shifts, shift -> shift.heldBefore() > 0));
        figures.put("battlesAfter", count(shifts, Shift::lives));
        figures.put("battlesUnchanged", count(shifts, shift -> shift.lives() && !shift.isChange()));
        figures.put("battlesChanged", count(shifts, shift -> shift.lives() && shift.isChange() && !shift.isNew()));
        figures.put("battlesOpened", count(shifts, shift -> shift.lives() && shift.isNew()));
        figures.put("battlesMerged", count(shifts, shift -> shift.heir() != null));
        figures.put("battlesDissolved", count(shifts, shift -> !shift.lives() && shift.heir() == null));
        figures.put(
                "killmailsMoved",
                shifts.stream().mapToLong(shift -> shift.left().size()).sum());
        return figures;
    }

    private static long count(List<Shift> shifts, Predicate<Shift> which) {
        return shifts.stream().filter(which).count();
    }
}
