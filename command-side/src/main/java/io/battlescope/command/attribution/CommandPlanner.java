package io.battlescope.command.attribution;

import io.battlescope.command.linkage.LinkagePlan.AbsorbedCluster;
import io.battlescope.command.linkage.LinkagePlan.BattlePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns news for battles into commands, none of which hands over more killmails than fit one transaction. */
final class CommandPlanner {

    /** Killmails in one command: a merger of thousands must not be loaded at once. */
    static final int MAX_KILLMAILS = 500;

    private final Overlays overlays;

    CommandPlanner(Overlays overlays) {
        this.overlays = overlays;
    }

    /**
     * What one battle, and those it takes in, have to be told. Corrections of a battle that is taken in go along.
     *
     * @param moved the killmails of each absorbed cluster that was a battle, by cluster id
     */
    List<PlannedCommand> commands(BattlePlan plan, Map<Long, List<Long>> moved) {
        List<PlannedCommand> commands = new ArrayList<>();
        boolean opens = plan.openedBy() != null;
        for (List<Long> part : parts(plan.killmailIds())) {
            commands.add(
                    opens
                            ? new PlannedCommand.Open(plan.battleId(), plan.openedBy(), part)
                            : new PlannedCommand.Attribute(plan.battleId(), part));
            opens = false;
        }
        for (AbsorbedCluster other : plan.absorbed()) {
            commands.addAll(handOver(other.battleId(), plan.battleId()));
            List<Long> ids = moved.getOrDefault(other.clusterId(), List.of());
            for (List<Long> part : parts(ids)) {
                commands.add(new PlannedCommand.Absorb(
                        plan.battleId(), other.battleId(), other.becauseOf(), ids.size(), part));
            }
            commands.add(new PlannedCommand.Merge(other.battleId(), plan.battleId(), other.becauseOf()));
        }
        return commands;
    }

    private List<PlannedCommand> handOver(String fromBattleId, String toBattleId) {
        List<Overlays.InForce> acts = overlays.of(List.of(fromBattleId));
        if (acts.isEmpty()) {
            return List.of();
        }
        overlays.copy(
                fromBattleId, acts.stream().map(act -> act.entry().actId()).toList(), toBattleId);
        overlays.removeAll(fromBattleId);
        return List.of(new PlannedCommand.Adopt(
                toBattleId,
                fromBattleId,
                acts.stream().map(Overlays.InForce::entry).toList()));
    }

    static List<List<Long>> parts(List<Long> ids) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MAX_KILLMAILS) {
            parts.add(List.copyOf(ids.subList(from, Math.min(ids.size(), from + MAX_KILLMAILS))));
        }
        return parts;
    }
}
