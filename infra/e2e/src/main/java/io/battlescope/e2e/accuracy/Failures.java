package io.battlescope.e2e.accuracy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fights that came out worst, in words. */
final class Failures {

    private static final int SHOWN = 12;

    private record Failure(long weight, String sentence) {}

    private Failures() {}

    static List<String> worst(Collection<Fight> fights, Collection<FoundBattle> battles) {
        Map<Long, FoundBattle> battleOf = new HashMap<>();
        battles.forEach(battle -> battle.killmails().forEach(id -> battleOf.put(id, battle)));
        return fights.stream()
                .filter(Fight::isBattle)
                .map(fight -> failure(fight, battleOf))
                .filter(failure -> failure.weight() > 0)
                .sorted(Comparator.comparingLong(Failure::weight).reversed().thenComparing(Failure::sentence))
                .limit(SHOWN)
                .map(Failure::sentence)
                .toList();
    }

    private static Failure failure(Fight fight, Map<Long, FoundBattle> battleOf) {
        Map<String, Integer> parts = new TreeMap<>();
        Set<Long> strangers = new HashSet<>();
        int outside = 0;
        for (long id : fight.mails().keySet()) {
            FoundBattle battle = battleOf.get(id);
            if (battle == null) {
                outside++;
            } else {
                parts.merge(battle.id(), 1, Integer::sum);
                battle.killmails().stream()
                        .filter(other -> !fight.mails().containsKey(other))
                        .forEach(strangers::add);
            }
        }
        int largest = parts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int lost = fight.mails().size() - largest;
        return new Failure(
                lost + strangers.size(),
                String.format(
                        Locale.ROOT,
                        "%s of %d killmails: in %d battle%s (largest part %d), %d in none, together with %d of other fights",
                        fight.kind(),
                        fight.mails().size(),
                        parts.size(),
                        parts.size() == 1 ? "" : "s",
                        largest,
                        outside,
                        strangers.size()));
    }
}
