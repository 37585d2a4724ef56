package io.battlescope.command.attribution;

import io.battlescope.command.attribution.BattleRegister.Registered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Battles end when the feed is past their last kill by the quiet time, and resume when a late kill undoes that. The feed's time
 * counts: that of the battle's own partition while killmails are still waiting there, and that of the whole feed once none are.
 */
final class LifeCycle {

    private final BattlesStore store;
    private final int quietSeconds;

    LifeCycle(BattlesStore store, QuietTime quiet) {
        this.store = store;
        this.quietSeconds = quiet.seconds();
    }

    /** What battles have to be told, each at the time of its own partition. */
    List<PlannedCommand.Review> review(Collection<Integer> partitions, SystemPartitions systems) {
        Map<Integer, Long> times = store.register().feedTimes();
        times.keySet().retainAll(partitions);
        return review(times, systems);
    }

    /** What the battles of partitions in which nothing waits have to be told at the time of the whole feed. */
    List<PlannedCommand.Review> reviewIdle(Collection<Integer> partitions, SystemPartitions systems) {
        Optional<Long> latest = store.register().feedTimes().values().stream().max(Long::compare);
        return latest.map(time -> partitions.stream().collect(Collectors.toMap(partition -> partition, p -> time)))
                .map(times -> review(times, systems))
                .orElse(List.of());
    }

    private List<PlannedCommand.Review> review(Map<Integer, Long> timeByPartition, SystemPartitions systems) {
        if (timeByPartition.isEmpty()) {
            return List.of();
        }
        List<PlannedCommand.Review> commands = new ArrayList<>();
        Map<Boolean, List<String>> changed = new TreeMap<>();
        for (Registered battle : store.register()
                .due(
                        Collections.min(timeByPartition.values()),
                        Collections.max(timeByPartition.values()),
                        quietSeconds)) {
            Long time = timeByPartition.get(systems.of(battle.systemId()));
            if (time != null && battle.isQuietAt(time, quietSeconds) != battle.ended()) {
                changed.computeIfAbsent(!battle.ended(), ended -> new ArrayList<>())
                        .add(battle.battleId());
                commands.add(new PlannedCommand.Review(battle.battleId(), battle.systemId(), time, quietSeconds));
            }
        }
        changed.forEach((ended, ids) -> store.register().ended(ids, ended));
        return commands;
    }
}
