package io.battlescope.command.attribution;

import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.command.battle.Battle;
import io.battlescope.command.battle.BattleDecider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * An instance's way to battles that many share: the stored events are common, the remembered battles are its own. Like a store
 * with numbered events it refuses to append to a battle that has moved on since it was remembered.
 */
final class RememberedBattles implements BattleCommands {

    private final Map<String, List<BattleEvent>> stored;
    private final Map<String, Battle> remembered = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private int failures;
    int conflicts;

    RememberedBattles(Map<String, List<BattleEvent>> stored) {
        this.stored = stored;
    }

    /** The store will be away that many times. */
    void goAway(int times) {
        failures = times;
    }

    @Override
    public void obeyTogether(List<BattleCommand> commands) {
        if (failures > 0) {
            failures--;
            throw new DataAccessResourceFailureException("the event store is away");
        }
        commands.forEach(this::obey);
    }

    private void obey(BattleCommand command) {
        String id = command.battleId();
        List<BattleEvent> events = stored.computeIfAbsent(id, battle -> new ArrayList<>());
        if (!remembered.containsKey(id)) {
            remembered.put(id, events.stream().reduce(Battle.NONE, Battle::evolve, (a, b) -> b));
            versions.put(id, events.size());
        }
        List<BattleEvent> decided = BattleDecider.decide(remembered.get(id), command);
        if (!decided.isEmpty() && versions.get(id) != events.size()) {
            conflicts++;
            throw new IllegalStateException("battle " + id + " has moved on since it was remembered");
        }
        events.addAll(decided);
        versions.put(id, events.size());
        remembered.merge(
                id, Battle.NONE, (battle, none) -> decided.stream().reduce(battle, Battle::evolve, (a, b) -> b));
    }

    @Override
    public OverlayEntry change(ChangeOverlay command) {
        obeyTogether(List.of(command));
        return remembered
                .get(command.battleId())
                .overlay()
                .inForce()
                .get(command.entry().actId());
    }

    @Override
    public void forget() {
        remembered.clear();
        versions.clear();
    }

    /** The killmails of the battles that live, by id. */
    static Map<String, Set<Long>> killmails(Map<String, List<BattleEvent>> stored) {
        Map<String, Set<Long>> killmails = new TreeMap<>();
        stored.forEach((id, events) -> {
            Battle battle = events.stream().reduce(Battle.NONE, Battle::evolve, (a, b) -> b);
            if (battle.exists() && !battle.isMerged()) {
                killmails.put(id, battle.killmails().keySet());
            }
        });
        return killmails;
    }
}
