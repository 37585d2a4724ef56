package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which killmails a batch puts into battles, takes out of them and values anew. A killmail is only ever taken out of the battle
 * that is named: another battle may hold it by then.
 */
final class KillmailMoves {

    private final SortedMap<Long, BattleKillmail> facts = new TreeMap<>();
    private final SortedMap<Long, PlacedKillmail> placed = new TreeMap<>();
    private final Set<InBattle> removed = new TreeSet<>();
    private final Map<InBattle, BattleKillmail> revalued = new TreeMap<>();

    void place(String battleId, BattleKillmail mail) {
        facts.putIfAbsent(mail.killmailId(), mail);
        placed.put(mail.killmailId(), new PlacedKillmail(battleId, mail));
    }

    void remove(String battleId, long killmailId) {
        if (isPlaced(battleId, killmailId)) {
            placed.remove(killmailId);
        }
        InBattle gone = new InBattle(battleId, killmailId);
        revalued.remove(gone);
        removed.add(gone);
    }

    void revalue(String battleId, BattleKillmail mail) {
        if (isPlaced(battleId, mail.killmailId())) {
            BattleKillmail known = placed.get(mail.killmailId()).mail();
            placed.put(mail.killmailId(), new PlacedKillmail(battleId, known.worth(mail.value())));
        } else {
            revalued.put(new InBattle(battleId, mail.killmailId()), mail);
        }
    }

    void emptied(String battleId) {
        placed.values().removeIf(each -> each.battleId().equals(battleId));
        revalued.keySet().removeIf(each -> each.battleId().equals(battleId));
    }

    private boolean isPlaced(String battleId, long killmailId) {
        PlacedKillmail now = placed.get(killmailId);
        return now != null && now.battleId().equals(battleId);
    }

    /** Every killmail that was placed, whatever became of it. */
    Collection<BattleKillmail> facts() {
        return facts.values();
    }

    /** Where killmails are after the batch; to be written after the removals. */
    Collection<PlacedKillmail> placed() {
        return placed.values();
    }

    Set<InBattle> removed() {
        return removed;
    }

    /** New values of killmails that were placed before the batch. */
    Map<InBattle, BattleKillmail> revalued() {
        return revalued;
    }
}
