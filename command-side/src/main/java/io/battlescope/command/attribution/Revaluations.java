package io.battlescope.command.attribution;

import io.battlescope.api.killmail.EnrichedKillmail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Killmails that come again with another value. Of all the values of a killmail the greatest {@link
 * io.battlescope.api.killmail.Valuation} holds; so the order in which they arrive here does not matter.
 */
final class Revaluations {

    private final BattlesStore store;

    Revaluations(BattlesStore store) {
        this.store = store;
    }

    /** Keeps the better values; says what battles have to be told. */
    List<PlannedCommand.Revalue> revalue(Collection<Delivery> again) {
        if (again.isEmpty()) {
            return List.of();
        }
        Map<Long, EnrichedKillmail> known = known(again);
        Map<Long, Delivery> better = better(again, known);
        store.archive().keepBeside(others(again, known, better));
        if (better.isEmpty()) {
            return List.of();
        }
        store.archive().replace(List.copyOf(better.values()));
        return commands(better.values().stream()
                .map(Delivery::mail)
                // the same with a later date is kept, but changes no figures
                .filter(mail ->
                        !mail.value().saysTheSameAs(known.get(mail.killmailId()).value()))
                .map(EnrichedKillmail::killmailId)
                .toList());
    }

    /** What says something else than what is in force may still name labels, or an earlier receipt; readers of the topic heed those. */
    private static List<Delivery> others(
            Collection<Delivery> again, Map<Long, EnrichedKillmail> known, Map<Long, Delivery> better) {
        return again.stream()
                .filter(delivery -> better.get(delivery.mail().killmailId()) != delivery)
                .filter(delivery ->
                        !delivery.mail().equals(known.get(delivery.mail().killmailId())))
                .toList();
    }

    private List<PlannedCommand.Revalue> commands(Collection<Long> killmailIds) {
        Map<String, List<Long>> byBattle = new TreeMap<>();
        store.index()
                .battlesOf(killmailIds)
                .forEach((killmail, battle) -> byBattle.computeIfAbsent(battle, id -> new ArrayList<>())
                        .add(killmail));
        List<PlannedCommand.Revalue> commands = new ArrayList<>();
        byBattle.forEach((battle, killmails) -> CommandPlanner.parts(
                        killmails.stream().sorted().toList())
                .forEach(part -> commands.add(new PlannedCommand.Revalue(battle, part))));
        return commands;
    }

    private Map<Long, EnrichedKillmail> known(Collection<Delivery> again) {
        return store.archive()
                .killmails(again.stream()
                        .map(delivery -> delivery.mail().killmailId())
                        .distinct()
                        .toList());
    }

    private static Map<Long, Delivery> better(Collection<Delivery> again, Map<Long, EnrichedKillmail> known) {
        Map<Long, EnrichedKillmail> best = new HashMap<>(known);
        Map<Long, Delivery> better = new HashMap<>();
        for (Delivery delivery : again) {
            EnrichedKillmail mail = delivery.mail();
            EnrichedKillmail holds = best.get(mail.killmailId());
            if (holds != null && mail.valuation().isBetterThan(holds.valuation())) {
                best.put(mail.killmailId(), mail);
                better.put(mail.killmailId(), delivery);
            }
        }
        return better;
    }
}
