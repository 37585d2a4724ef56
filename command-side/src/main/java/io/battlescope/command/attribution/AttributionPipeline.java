package io.battlescope.command.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    private final KillmailAttribution attribution;
    private final BattleTeller teller;
    private final BattlesStore store;
    private final TransactionTemplate transaction;
    private final KillmailSetAside setAside;

    /** Outbox rows that battles were told of; removed with the next transaction, which saves one of its own. */
    private final List<Long> told = new ArrayList<>();

    private Set<Integer> assigned = Set.of();
    /** {@code null} until the partitions have been taken over and their outbox is empty. */
    private Ownership ownership = Ownership.NONE;

    public AttributionPipeline(
            KillmailAttribution attribution,
            BattleTeller teller,
            BattlesStore store,
            TransactionTemplate transaction,
            KillmailSetAside setAside) {
        this.attribution = attribution;
        this.teller = teller;
        this.store = store;
        this.transaction = transaction;
        this.setAside = setAside;
    }

    /** The partitions held from now on. What is remembered of battles is worth nothing: others may have changed them. */
    public void assign(Set<Integer> partitions) {
        assigned = Set.copyOf(partitions);
        ownership = null;
        told.clear();
        teller.forget();
        recoverIfPossible();
    }

    /** Takes up again what was cut off; called when nothing comes in, too, so that it does not wait for the next killmail. */
    public void recoverIfPossible() {
        try {
            recover();
        } catch (RuntimeException e) {
            if (!Failures.passes(e)) {
                throw e;
            }
            log.warn("Cannot take over partitions {} yet: {}", assigned, e.toString());
        }
    }

    /**
     * Places the deliveries and tells their battles.
     *
     * @throws RuntimeException when a database or broker is away; the deliveries then have to come again
     */
    public void process(List<Delivery> deliveries) {
        recover();
        place(deliveries).stream()
                .filter(decision -> !decision.rows().isEmpty())
                .forEach(this::tell);
    }

    private void recover() {
        if (ownership != null) {
            return;
        }
        teller.forget();
        Ownership taken = transaction.execute(status -> store.owners().takeOver(assigned));
        List<OutboxRow> waiting = store.outbox().waiting(assigned);
        teller.tell(new Decision(waiting, Map.of()));
        told.addAll(ids(waiting));
        ownership = taken;
        log.info("Holding partitions {}; told battles of {} decisions that were under way", assigned, waiting.size());
    }

    /** Should telling fail, everything written down is told again before anything new is placed. */
    private void tell(Decision decision) {
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
