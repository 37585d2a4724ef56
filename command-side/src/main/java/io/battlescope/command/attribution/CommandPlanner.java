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

    private CommandPlanner() {}

    /**
     * @param moved the killmails of each absorbed cluster that was a battle, by cluster id
     */
    static List<PlannedCommand> commands(BattlePlan plan, Map<Long, List<Long>> moved) {
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
            List<Long> ids = moved.getOrDefault(other.clusterId(), List.of());
            for (List<Long> part : parts(ids)) {
                commands.add(new PlannedCommand.Absorb(
                        plan.battleId(), other.battleId(), other.becauseOf(), ids.size(), part));
            }
            commands.add(new PlannedCommand.Merge(other.battleId(), plan.battleId(), other.becauseOf()));
        }
        return commands;
    }

    static List<List<Long>> parts(List<Long> ids) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MAX_KILLMAILS) {
            parts.add(List.copyOf(ids.subList(from, Math.min(ids.size(), from + MAX_KILLMAILS))));
        }
        return parts;
    }
}
