package io.battlescope.command.attribution;

import io.battlescope.api.killmail.EnrichedKillmail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Killmails that come again with another value. A known value beats an unknown one, and the one received later beats the earlier;
 * so the order in which they arrive here does not matter.
 */
final class Revaluations {

    private final BattlesStore store;

    Revaluations(BattlesStore store) {
        this.store = store;
    }

    /** Keeps the better values; says what battles have to be told. */
    List<PlannedCommand.Revalue> revalue(Collection<Delivery> again) {
        Map<Long, Delivery> better = better(again);
        if (better.isEmpty()) {
            return List.of();
        }
        store.archive().replace(List.copyOf(better.values()));
        Map<String, List<Long>> byBattle = new TreeMap<>();
        store.index()
                .battlesOf(better.keySet())
                .forEach((killmail, battle) -> byBattle.computeIfAbsent(battle, id -> new ArrayList<>())
                        .add(killmail));
        List<PlannedCommand.Revalue> commands = new ArrayList<>();
        byBattle.forEach((battle, killmails) -> CommandPlanner.parts(
                        killmails.stream().sorted().toList())
                .forEach(part -> commands.add(new PlannedCommand.Revalue(battle, part))));
        return commands;
    }

    private Map<Long, Delivery> better(Collection<Delivery> again) {
        Map<Long, EnrichedKillmail> best = new HashMap<>(store.archive()
                .killmails(again.stream()
                        .map(d -> d.mail().killmailId())
                        .distinct()
                        .toList()));
        Map<Long, Delivery> better = new HashMap<>();
        for (Delivery delivery : again) {
            EnrichedKillmail mail = delivery.mail();
            if (isBetter(mail, best.get(mail.killmailId()))) {
                best.put(mail.killmailId(), mail);
                better.put(mail.killmailId(), delivery);
            }
        }
        return better;
    }

    private static boolean isBetter(EnrichedKillmail mail, EnrichedKillmail known) {
        if (known == null || mail.value().equals(known.value())) {
            return false;
        }
        if (mail.value().isKnown() != known.value().isKnown()) {
            return mail.value().isKnown();
        }
        return mail.provenance().receivedAt().isAfter(known.provenance().receivedAt());
    }
}
