package io.battlescope.e2e.accuracy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of killmails that are together. Of a fight that is a battle every pair is there to be found; every pair in a found battle is
 * claimed. A pair from two fights is a wrong claim about both kinds, and counts once where the kinds are the same.
 */
final class BattleScore {

    private final Map<String, Tally> byKind = new HashMap<>();
    private final Tally total = new Tally();

    static BattleScore of(Collection<Fight> fights, Collection<FoundBattle> battles) {
        BattleScore score = new BattleScore();
        Map<Long, Fight> fightOf = new HashMap<>();
        for (Fight fight : fights) {
            fight.mails().keySet().forEach(id -> fightOf.put(id, fight));
            if (fight.isBattle()) {
                score.count(fight.kind(), 0, pairs(fight.mails().size()), 0);
            }
        }
        battles.forEach(battle -> score.add(battle, fightOf));
        return score;
    }

    Map<String, Tally> byKind() {
        return byKind;
    }

    Tally total() {
        return total;
    }

    private void add(FoundBattle battle, Map<Long, Fight> fightOf) {
        Map<Fight, Long> parts = new HashMap<>();
        battle.killmails().stream().map(fightOf::get).forEach(fight -> parts.merge(fight, 1L, Long::sum));
        List<Map.Entry<Fight, Long>> each = new ArrayList<>(parts.entrySet());
        for (int i = 0; i < each.size(); i++) {
            Fight fight = each.get(i).getKey();
            long within = pairs(each.get(i).getValue());
            // a lone loss with its capsule, taken into a battle, is no claim about the two
            count(fight.kind(), fight.isBattle() ? within : 0, 0, fight.isBattle() ? within : 0);
            for (int j = 0; j < i; j++) {
                wrong(
                        fight,
                        each.get(j).getKey(),
                        each.get(i).getValue() * each.get(j).getValue());
            }
        }
    }

    private void wrong(Fight one, Fight other, long pairs) {
        total.add(0, 0, pairs);
        kind(one.kind()).add(0, 0, pairs);
        if (!one.kind().equals(other.kind())) {
            kind(other.kind()).add(0, 0, pairs);
        }
    }

    private void count(String kind, long right, long there, long claimed) {
        kind(kind).add(right, there, claimed);
        total.add(right, there, claimed);
    }

    private Tally kind(String kind) {
        return byKind.computeIfAbsent(kind, _ -> new Tally());
    }

    private static long pairs(long of) {
        return of * (of - 1) / 2;
    }
}
