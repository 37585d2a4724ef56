package io.battlescope.projection.battle;

import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Admins' acts of a batch, and the ones from before it that were taken back. */
final class OverlayChanges {

    private final Map<AdminAct.Key, AdminAct> acts = new TreeMap<>();
    private final Map<AdminAct.Key, String> undone = new TreeMap<>();
    private final Set<String> battles = new TreeSet<>();

    void changed(OverlayChanged event) {
        battles.add(event.battleId());
        acts.put(
                new AdminAct.Key(event.battleId(), event.entry().actId()),
                new AdminAct(event.battleId(), event.entry(), null));
    }

    void undone(OverlayUndone event) {
        battles.add(event.battleId());
        AdminAct.Key key = new AdminAct.Key(event.battleId(), event.undoneActId());
        if (acts.computeIfPresent(key, (ignored, act) -> act.undoneBy(event.actId())) == null) {
            undone.put(key, event.actId());
        }
    }

    void emptied(String battleId) {
        battles.add(battleId);
        acts.keySet().removeIf(key -> key.battleId().equals(battleId));
        undone.keySet().removeIf(key -> key.battleId().equals(battleId));
    }

    Collection<AdminAct> acts() {
        return acts.values();
    }

    /** Acts from before the batch, with the act that took them back. */
    Map<AdminAct.Key, String> undone() {
        return undone;
    }

    /** Battles whose title may be another one now. */
    Set<String> battles() {
        return battles;
    }
}
