package io.battlescope.e2e.accuracy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pilots on their side. Each fight is looked at in the battle that holds most of its killmails; the numbers of sides mean nothing, so
 * each real side is matched with one found side such that most pilots are right. There to be found are the pilots of a fight that
 * stood on a side; claimed are those whose party was put on one.
 */
final class SideScore {

    private final Map<String, Tally> byKind = new HashMap<>();
    private final Tally total = new Tally();

    static SideScore of(Collection<Fight> fights, Collection<FoundBattle> battles) {
        SideScore score = new SideScore();
        Map<Long, FoundBattle> battleOf = new HashMap<>();
        battles.forEach(battle -> battle.killmails().forEach(id -> battleOf.put(id, battle)));
        fights.stream()
                .filter(Fight::isBattle)
                .forEach(fight -> score.add(
                        fight, largest(fight, battleOf).map(FoundBattle::sides).orElse(Map.of())));
        return score;
    }

    Map<String, Tally> byKind() {
        return byKind;
    }

    Tally total() {
        return total;
    }

    private static Optional<FoundBattle> largest(Fight fight, Map<Long, FoundBattle> battleOf) {
        Map<FoundBattle, Integer> shares = new HashMap<>();
        fight.mails().keySet().forEach(id -> {
            FoundBattle battle = battleOf.get(id);
            if (battle != null) {
                shares.merge(battle, 1, Integer::sum);
            }
        });
        return shares.entrySet().stream()
                .max(Map.Entry.<FoundBattle, Integer>comparingByValue()
                        .thenComparing(share -> share.getKey().id(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private void add(Fight fight, Map<Long, Integer> found) {
        Map<String, Map<Integer, Long>> pilots = new HashMap<>();
        long there = 0;
        long claimed = 0;
        for (Map.Entry<Long, Long> party : fight.pilotsByParty().entrySet()) {
            String real = fight.sides().getOrDefault(party.getKey(), Fight.NO_SIDE);
            Integer put = found.get(party.getKey());
            boolean tookPart = !real.equals(Fight.NO_SIDE);
            there += tookPart ? party.getValue() : 0;
            claimed += put == null ? 0 : party.getValue();
            if (tookPart && put != null) {
                pilots.computeIfAbsent(real, _ -> new HashMap<>()).merge(put, party.getValue(), Long::sum);
            }
        }
        long right = mostRight(new ArrayList<>(pilots.values()), 0, new HashSet<>());
        byKind.computeIfAbsent(fight.kind(), _ -> new Tally()).add(right, there, claimed);
        total.add(right, there, claimed);
    }

    /** The best matching; there are three real sides at most, so that trying all is quick. */
    private static long mostRight(List<Map<Integer, Long>> real, int from, Set<Integer> taken) {
        if (from == real.size()) {
            return 0;
        }
        long best = mostRight(real, from + 1, taken);
        for (int side : new TreeSet<>(real.get(from).keySet())) {
            if (taken.add(side)) {
                best = Math.max(best, real.get(from).get(side) + mostRight(real, from + 1, taken));
                taken.remove(side);
            }
        }
        return best;
    }
}
