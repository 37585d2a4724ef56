package io.battlescope.command.attribution;

import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.command.battle.Battle;
import io.battlescope.command.battle.BattleDecider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    public void forget() {
        remembered.clear();
        versions.clear();
    }

    static Map<String, TreeSet<Long>> killmails(Map<String, List<BattleEvent>> stored) {
        return stored.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(KillmailsAttributed.class::isInstance)
                                .flatMap(event -> ((KillmailsAttributed) event).killmails().stream())
                                .map(mail -> mail.killmailId())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }
}
