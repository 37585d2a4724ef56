package io.battlescope.command.attribution;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From deliveries to battles, for the partitions that this instance holds. One consumer thread works here.
 *
 * <p>The order is: place and write down (one transaction), tell the battles (another one), and only then may the caller let the
 * topic go on. Whatever is cut off in between is told from the outbox before anything new is placed.
 */
public class AttributionPipeline {

    private static final Logger log = LoggerFactory.getLogger(AttributionPipeline.class);

    /** Code of an act that ran into an error of ours. */
    private static final String FAILED = "ORDER_FAILED";

    private static final Duration BUSY_WORK = Duration.ofMillis(100);
    private static final Duration IDLE_WORK = Duration.ofSeconds(2);

    private final KillmailAttribution attribution;
    private final BattleTeller teller;
    private final BattlesStore store;
    private final TransactionTemplate transaction;
    private final KillmailSetAside setAside;
    private final OverlayDesk overlayDesk;
    private final ReclusterDesk reclusterDesk;
    private final ActPublisher publisher;

    /** Outbox rows that battles were told of; removed with the next transaction, which saves one of its own. */
    private final List<Long> told = new ArrayList<>();

    private Set<Integer> assigned = Set.of();
    private SystemPartitions systems = system -> -1;
    /** {@code null} until the partitions have been taken over and their outbox is empty. */
    private Ownership ownership = Ownership.NONE;

    private AttributionPipeline(
            KillmailAttribution attribution,
            BattleTeller teller,
            BattlesStore store,
            TransactionTemplate transaction,
            KillmailSetAside setAside,
            OverlayDesk overlayDesk,
            ReclusterDesk reclusterDesk,
            ActPublisher publisher) {
        this.attribution = attribution;
        this.teller = teller;
        this.store = store;
        this.transaction = transaction;
        this.setAside = setAside;
        this.overlayDesk = overlayDesk;
        this.reclusterDesk = reclusterDesk;
        this.publisher = publisher;
    }

    /** All the parts together. */
    public static AttributionPipeline over(
            LinkageRule rule,
            QuietTime quiet,
            BattlesStore store,
            TransactionTemplate transaction,
            BattleCommands battles,
            KillmailSetAside setAside,
            ActPublisher publisher) {
        return new AttributionPipeline(
                new KillmailAttribution(rule, quiet, store, transaction),
                new BattleTeller(rule, store, battles, setAside),
                store,
                transaction,
                setAside,
                new OverlayDesk(rule, store, transaction, battles),
                new ReclusterDesk(rule, store, transaction),
                publisher);
    }

    /** The partitions held from now on. What is remembered of battles is worth nothing: others may have changed them. */
    public void assign(Set<Integer> partitions, SystemPartitions systemPartitions) {
        assigned = Set.copyOf(partitions);
        systems = systemPartitions;
        ownership = null;
        told.clear();
        teller.forget();
        recoverIfPossible();
    }

    /** What is to be done while nothing comes in: take up what was cut off, end battles, cluster anew. */
    public void idle() {
        whenPossible(() -> {
            recover();
            Decision review = attribution.reviewIdle(ownership, told);
            told.clear();
            tell(review);
            work(IDLE_WORK);
        });
    }

    private void recoverIfPossible() {
        whenPossible(this::recover);
    }

    private void whenPossible(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!Failures.passes(e)) {
                throw e;
            }
            ownership = null;
            log.warn("Partitions {} have to wait: {}", assigned, e.toString());
        }
    }

    /**
     * Places the deliveries and tells their battles.
     *
     * @throws RuntimeException when a database or broker is away; the deliveries then have to come again
     */
    public void process(List<Delivery> deliveries) {
        recover();
        place(deliveries).forEach(this::tell);
        work(BUSY_WORK);
    }

    /**
     * Decides an admin's act and tells what came of it. An act that was decided before is answered as it was then.
     *
     * @throws RuntimeException when a database or broker is away; the order then has to come again
     */
    public void obey(int partition, BattleOrder order) {
        recover();
        int part = order instanceof ReclusterOrder recluster ? recluster.part() : 0;
        Optional<ActOutcome> known = store.outcomes().find(order.actId(), part);
        if (known.isPresent()) {
            publisher.publish(known.get());
            return;
        }
        switch (order) {
            case ReclusterOrder recluster -> reclusterDesk.accept(ownership, partition, recluster);
            case OverlayOrder overlay -> correct(partition, overlay);
        }
        work(BUSY_WORK);
    }

    private void correct(int partition, OverlayOrder order) {
        Ownership held = ownership;
        // until the act is through, everything is taken up again from the beginning
        ownership = null;
        try {
            OverlayDesk.Verdict verdict = overlayDesk.decide(held, partition, order, List.copyOf(told));
            ownership = held;
            tell(verdict.decision());
            conclude(verdict.outcome());
        } catch (RuntimeException e) {
            if (!Failures.passes(e)) {
                conclude(OverlayDesk.outcome(order, ActStatus.REFUSED, FAILED, e.toString()));
            }
            throw e;
        }
    }

    private void conclude(ActOutcome outcome) {
        store.outcomes().add(outcome);
        publisher.publish(outcome);
    }

    /** Goes on with clustering anew, for a while. */
    private void work(Duration budget) {
        try {
            workUntil(System.nanoTime() + budget.toNanos());
        } catch (RuntimeException e) {
            ownership = null;
            throw e;
        }
    }

    private void workUntil(long end) {
        Optional<ReclusterJobs.Job> job = reclusterDesk.next(ownership);
        while (job.isPresent() && System.nanoTime() < end) {
            step(job.get());
            job = reclusterDesk.next(ownership);
        }
    }

    /** A job that cannot go on is ended with its reason: killmails must not wait for it. */
    private void step(ReclusterJobs.Job job) {
        try {
            Optional<Integer> system = reclusterDesk.nextSystem(job, systems);
            if (system.isPresent()) {
                tell(reclusterDesk.step(ownership, job, system.get(), List.copyOf(told)));
            } else {
                end(job, ReclusterDesk.outcome(job));
            }
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            log.error("Clustering anew, act {}, failed", job.order().actId(), e);
            end(job, ReclusterDesk.failure(job, FAILED, e.toString()));
        }
    }

    private void end(ReclusterJobs.Job job, ActOutcome outcome) {
        publisher.publish(outcome);
        reclusterDesk.done(job, outcome);
    }

    private void recover() {
        if (ownership != null) {
            return;
        }
        teller.forget();
        Ownership taken = transaction.execute(status -> store.owners().takeOver(assigned, systems));
        List<OutboxRow> waiting = store.outbox().waiting(assigned);
        teller.tell(new Decision(waiting, Map.of()));
        told.addAll(ids(waiting));
        ownership = taken;
        log.info("Holding partitions {}; told battles of {} decisions that were under way", assigned, waiting.size());
    }

    /** Should telling fail, everything written down is told again before anything new is placed. */
    private void tell(Decision decision) {
        if (decision.rows().isEmpty()) {
            return;
        }
        Ownership held = ownership;
        ownership = null;
        teller.tell(decision);
        told.addAll(ids(decision.rows()));
        ownership = held;
    }

    /** A killmail that cannot be placed is found by halving, and set aside alone. */
    private List<Decision> place(List<Delivery> deliveries) {
        try {
            Decision decision = attribution.attribute(ownership, deliveries, told);
            told.clear();
            return List.of(decision);
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                ownership = null;
                throw e;
            }
            return placeApart(deliveries, e);
        }
    }

    private List<Decision> placeApart(List<Delivery> deliveries, RuntimeException failure) {
        if (deliveries.size() == 1) {
            setAside.setAside(deliveries.getFirst(), failure);
            return List.of();
        }
        int half = deliveries.size() / 2;
        List<Decision> decisions = new ArrayList<>(place(deliveries.subList(0, half)));
        decisions.addAll(place(deliveries.subList(half, deliveries.size())));
        return decisions;
    }

    private static Collection<Long> ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).toList();
    }
}
