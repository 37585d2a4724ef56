package io.battlescope.command.attribution;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.command.attribution.BattleRegister.Sighting;
import io.battlescope.command.linkage.Corrections;
import io.battlescope.command.linkage.Eligibility;
import io.battlescope.command.linkage.KnownKillmail;
import io.battlescope.command.linkage.Linkage;
import io.battlescope.command.linkage.LinkagePlan;
import io.battlescope.command.linkage.LinkagePlan.BattlePlan;
import io.battlescope.command.linkage.Neighbourhood;
import io.battlescope.command.linkage.PlacedKillmail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/** Places what a poll delivered and writes down what battles have to be told, in one transaction. */
public class KillmailAttribution {

    private final LinkageRule rule;
    private final BattlesStore store;
    private final TransactionTemplate transaction;
    private final Revaluations revaluations;
    private final LifeCycle lifeCycle;

    public KillmailAttribution(LinkageRule rule, QuietTime quiet, BattlesStore store, TransactionTemplate transaction) {
        this.rule = rule;
        this.store = store;
        this.transaction = transaction;
        this.revaluations = new Revaluations(store);
        this.lifeCycle = new LifeCycle(store, quiet);
    }

    /**
     * What was decided for the deliveries. Killmails that are known already are passed over, unless they are worth something else
     * now: that makes a second delivery harmless.
     *
     * @param told outbox rows that battles have been told of; they are removed along the way
     */
    public Decision attribute(Ownership ownership, List<Delivery> deliveries, Collection<Long> told) {
        return transaction.execute(status -> {
            store.owners().confirm(ownership);
            store.outbox().remove(told);
            Set<Long> known = store.archive()
                    .known(deliveries.stream().map(d -> d.mail().killmailId()).collect(Collectors.toSet()));
            List<Delivery> news = news(deliveries, known);
            List<Delivery> again = others(deliveries, news);
            Plan plan = new Plan(deliveries);
            Map<Long, ArchivedKillmail> atHand = new HashMap<>();
            if (!news.isEmpty()) {
                store.archive().record(news);
                atHand.putAll(place(news, plan));
            }
            revaluations.revalue(again).forEach(command -> {
                // what is at hand of these has the value that they came with first
                atHand.keySet().removeAll(command.killmailIds());
                plan.add(again, command);
            });
            reachFeedTime(news, plan, ownership);
            return plan.isEmpty() ? Decision.NONE : new Decision(store.outbox().add(plan.byPartition), atHand);
        });
    }

    /** What battles have to be told because the feed has gone on elsewhere while nothing waits here. */
    public Decision reviewIdle(Ownership ownership, Collection<Long> told) {
        return transaction.execute(status -> {
            store.owners().confirm(ownership);
            store.outbox().remove(told);
            Plan plan = new Plan(List.of());
            review(lifeCycle.reviewIdle(ownership.partitions(), ownership.systems()), plan, ownership);
            return plan.isEmpty() ? Decision.NONE : new Decision(store.outbox().add(plan.byPartition), Map.of());
        });
    }

    private static void review(List<PlannedCommand.Review> reviews, Plan plan, Ownership ownership) {
        reviews.forEach(review -> plan.add(ownership.systems().of(review.systemId()), List.of(review)));
    }

    /** Commands by partition, in their order. */
    private static final class Plan {

        private final Map<Integer, Integer> partitionOfSystem = new HashMap<>();
        private final Map<Integer, List<PlannedCommand>> byPartition = new LinkedHashMap<>();

        /** A system's killmails share a partition, and so do its battles' commands. */
        Plan(Collection<Delivery> deliveries) {
            deliveries.forEach(delivery -> partitionOfSystem.put(delivery.mail().systemId(), delivery.partition()));
        }

        void add(int partition, List<PlannedCommand> commands) {
            if (!commands.isEmpty()) {
                byPartition.computeIfAbsent(partition, id -> new ArrayList<>()).addAll(commands);
            }
        }

        void add(BattlePlan battle, List<PlannedCommand> commands) {
            add(partitionOfSystem.get(battle.systemId()), commands);
        }

        void add(List<Delivery> deliveries, PlannedCommand.Revalue command) {
            long killmail = command.killmailIds().getFirst();
            deliveries.stream()
                    .filter(delivery -> delivery.mail().killmailId() == killmail)
                    .findFirst()
                    .ifPresent(delivery -> add(delivery.partition(), List.of(command)));
        }

        boolean isEmpty() {
            return byPartition.isEmpty();
        }
    }

    private static List<Delivery> news(List<Delivery> deliveries, Set<Long> known) {
        Map<Long, Delivery> byId = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byId.putIfAbsent(delivery.mail().killmailId(), delivery));
        byId.keySet().removeAll(known);
        return List.copyOf(byId.values());
    }

    private static List<Delivery> others(List<Delivery> deliveries, List<Delivery> news) {
        Set<Delivery> isNew = Collections.newSetFromMap(new IdentityHashMap<>());
        isNew.addAll(news);
        return deliveries.stream().filter(delivery -> !isNew.contains(delivery)).toList();
    }

    private Map<Long, ArchivedKillmail> place(List<Delivery> news, Plan commands) {
        Map<Long, Delivery> eligible = news.stream()
                .filter(delivery -> Eligibility.isEligible(delivery.mail()))
                .collect(Collectors.toMap(d -> d.mail().killmailId(), d -> d, (a, b) -> a, LinkedHashMap::new));
        List<PlacedKillmail> killmails = eligible.values().stream()
                .map(Delivery::mail)
                .map(PlacedKillmail::of)
                .toList();
        Corrections corrections = store.overlays()
                .corrections(killmails.stream()
                        .map(PlacedKillmail::systemId)
                        .distinct()
                        .toList());
        Neighbourhood known = store.index().around(killmails, rule.gapSeconds());
        LinkagePlan plan = Linkage.place(rule, corrections, known, killmails);
        Map<Long, List<Long>> moved = store.index().save(plan);
        CommandPlanner planner = new CommandPlanner(store.overlays());
        plan.battles().forEach(battle -> commands.add(battle, planner.commands(battle, moved)));
        register(plan, known, killmails);
        return atHand(plan, eligible);
    }

    private void register(LinkagePlan plan, Neighbourhood known, List<PlacedKillmail> killmails) {
        Map<Long, Long> times = Stream.concat(
                        known.killmails().stream().map(KnownKillmail::killmail), killmails.stream())
                .collect(Collectors.toMap(PlacedKillmail::killmailId, PlacedKillmail::occurredAt, (a, b) -> a));
        store.register()
                .saw(
                        plan.battles().stream()
                                .map(battle -> new Sighting(
                                        battle.battleId(),
                                        battle.systemId(),
                                        battle.openedBy(),
                                        battle.killmailIds().stream()
                                                .mapToLong(times::get)
                                                .max()
                                                .orElse(0)))
                                .toList(),
                        rule);
        plan.battles()
                .forEach(battle ->
                        battle.absorbed().forEach(gone -> store.register().merged(gone.battleId(), battle.battleId())));
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

    private void reachFeedTime(List<Delivery> news, Plan plan, Ownership ownership) {
        if (news.isEmpty()) {
            return;
        }
        Map<Integer, Long> latest = new TreeMap<>();
        news.forEach(delivery ->
                latest.merge(delivery.partition(), delivery.mail().occurredAt().getEpochSecond(), Math::max));
        store.register().feedReached(latest);
        review(lifeCycle.review(latest.keySet(), ownership.systems()), plan, ownership);
    }
}
