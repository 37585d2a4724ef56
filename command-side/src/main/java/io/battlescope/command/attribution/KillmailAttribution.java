package io.battlescope.command.attribution;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.command.linkage.Eligibility;
import io.battlescope.command.linkage.KnownKillmail;
import io.battlescope.command.linkage.Linkage;
import io.battlescope.command.linkage.LinkagePlan;
import io.battlescope.command.linkage.PlacedKillmail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Places what a poll delivered and writes down what battles have to be told, in one transaction. */
public class KillmailAttribution {

    private final LinkageRule rule;
    private final BattlesStore store;
    private final TransactionTemplate transaction;

    public KillmailAttribution(LinkageRule rule, BattlesStore store, TransactionTemplate transaction) {
        this.rule = rule;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * What was decided for the deliveries. Killmails that are known already are passed over: that makes a second delivery
     * harmless.
     *
     * @param told outbox rows that battles have been told of; they are removed along the way
     */
    public Decision attribute(Ownership ownership, List<Delivery> deliveries, Collection<Long> told) {
        return transaction.execute(status -> {
            store.owners().confirm(ownership);
            store.outbox().remove(told);
            List<Delivery> news = news(deliveries);
            if (news.isEmpty()) {
                return Decision.NONE;
            }
            store.archive().record(news);
            return place(news);
        });
    }

    private List<Delivery> news(List<Delivery> deliveries) {
        Map<Long, Delivery> byId = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byId.putIfAbsent(delivery.mail().killmailId(), delivery));
        byId.keySet().removeAll(store.archive().known(byId.keySet()));
        return new ArrayList<>(byId.values());
    }

    private Decision place(List<Delivery> news) {
        Map<Long, Delivery> eligible = news.stream()
                .filter(delivery -> Eligibility.isEligible(delivery.mail()))
                .collect(Collectors.toMap(d -> d.mail().killmailId(), d -> d, (a, b) -> a, LinkedHashMap::new));
        List<PlacedKillmail> killmails = eligible.values().stream()
                .map(Delivery::mail)
                .map(PlacedKillmail::of)
                .toList();
        LinkagePlan plan = Linkage.place(rule, store.index().around(killmails, rule.gapSeconds()), killmails);
        Map<Long, List<Long>> moved = store.index().save(plan);
        return new Decision(writeDown(plan, moved, partitions(eligible.values())), atHand(plan, eligible));
    }

    /** The killmails just placed, as their battles are told of them; the others have to be fetched from the archive. */
    private static Map<Long, ArchivedKillmail> atHand(LinkagePlan plan, Map<Long, Delivery> eligible) {
        Map<Long, ArchivedKillmail> atHand = new HashMap<>();
        for (KnownKillmail known : plan.placed()) {
            Delivery delivery = eligible.get(known.killmail().killmailId());
            if (delivery != null && known.link() != null) {
                atHand.put(delivery.mail().killmailId(), ArchivedKillmail.of(delivery.mail(), known.link()));
            }
        }
        return atHand;
    }

    /** A system's killmails share a partition, and so do its battles' commands. */
    private static Map<Integer, Integer> partitions(Collection<Delivery> deliveries) {
        Map<Integer, Integer> partitionOfSystem = new HashMap<>();
        deliveries.forEach(delivery -> partitionOfSystem.put(delivery.mail().systemId(), delivery.partition()));
        return partitionOfSystem;
    }

    private List<OutboxRow> writeDown(
            LinkagePlan plan, Map<Long, List<Long>> moved, Map<Integer, Integer> partitionOfSystem) {
        Map<Integer, List<PlannedCommand>> byPartition = new LinkedHashMap<>();
        plan.battles()
                .forEach(battle -> byPartition
                        .computeIfAbsent(partitionOfSystem.get(battle.systemId()), p -> new ArrayList<>())
                        .addAll(CommandPlanner.commands(battle, moved)));
        return store.outbox().add(byPartition);
    }
}
