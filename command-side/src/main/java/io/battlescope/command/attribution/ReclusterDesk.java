package io.battlescope.command.attribution;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.command.attribution.ReclusterJobs.Job;
import io.battlescope.command.linkage.ReclusterPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionTemplate;

/** Clusters ranges of killmails anew, one system at a time, each in a transaction of its own. */
final class ReclusterDesk {

    /** Beyond every kill, and far from overflow when a gap is added (seconds since 1970). */
    private static final long ALWAYS = 1L << 40;

    private final BattlesStore store;
    private final TransactionTemplate transaction;
    private final Reclusterer reclusterer;

    ReclusterDesk(LinkageRule rule, BattlesStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
        this.reclusterer = new Reclusterer(rule, store);
    }

    void accept(Ownership ownership, int partition, ReclusterOrder order) {
        transaction.executeWithoutResult(status -> {
            store.owners().confirm(ownership);
            store.jobs().add(order, partition);
        });
    }

    Optional<Job> next(Ownership ownership) {
        return store.jobs().next(ownership.partitions());
    }

    /** The next system of the job; empty when all are done. */
    Optional<Integer> nextSystem(Job job, SystemPartitions systems) {
        if (job.order().systemId() != null) {
            return Optional.of(job.order().systemId()).filter(system -> job.afterSystem() < system);
        }
        List<Integer> some = store.index().systemsAfter(job.afterSystem());
        while (!some.isEmpty()) {
            Optional<Integer> mine = some.stream()
                    .filter(system -> systems.of(system) == job.partition())
                    .findFirst();
            if (mine.isPresent()) {
                return mine;
            }
            some = store.index().systemsAfter(some.getLast());
        }
        return Optional.empty();
    }

    /** Does one system; says what its battles have to be told. */
    Decision step(Ownership ownership, Job job, int systemId, Collection<Long> told) {
        return transaction.execute(status -> {
            store.owners().confirm(ownership);
            store.outbox().remove(told);
            Set<Long> clusters = reclusterer.reachable(
                    systemId,
                    seconds(job.order().from(), -ALWAYS),
                    seconds(job.order().to(), ALWAYS));
            ReclusterPlan plan = reclusterer.plan(clusters);
            Map<String, Long> figures = new TreeMap<>(job.figures());
            Reclusterer.figures(plan).forEach((name, value) -> figures.merge(name, value, Long::sum));
            figures.merge("systems", 1L, Long::sum);
            store.jobs().advance(job, systemId, figures);
            List<PlannedCommand> commands = job.order().dryRun()
                    ? List.of()
                    : reclusterer.save(plan, job.order().actId());
            return commands.isEmpty()
                    ? Decision.NONE
                    : new Decision(store.outbox().add(Map.of(job.partition(), commands)), Map.of());
        });
    }

    /** Once the outcome is out. */
    void done(Job job, ActOutcome outcome) {
        transaction.executeWithoutResult(status -> {
            store.outcomes().add(outcome);
            store.jobs().remove(job);
        });
    }

    static ActOutcome outcome(Job job) {
        String detail = job.order().dryRun() ? "Nothing was changed." : "Killmails were clustered anew.";
        return outcome(job, ActStatus.DONE, null, detail);
    }

    /** What was done before it failed stays done. */
    static ActOutcome failure(Job job, String code, String reason) {
        return outcome(job, ActStatus.REFUSED, code, "It ended after system " + job.afterSystem() + ": " + reason);
    }

    private static ActOutcome outcome(Job job, ActStatus status, String code, String detail) {
        ReclusterOrder order = job.order();
        return new ActOutcome(
                order.actId(),
                order.part(),
                order.parts(),
                order.dryRun() ? "recluster.dryRun" : "recluster",
                order.systemId() == null ? "everything" : "system " + order.systemId(),
                order.actor(),
                order.reason(),
                order.requestedAt(),
                Instant.now(),
                status,
                code,
                detail,
                job.figures(),
                Map.of(),
                Map.of(),
                order.role());
    }

    private static long seconds(Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.getEpochSecond();
    }
}
