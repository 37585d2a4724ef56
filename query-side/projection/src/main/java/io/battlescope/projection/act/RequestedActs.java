package io.battlescope.projection.act;

import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;

/** Keeps what admins asked for; each topic of orders has one of its own. */
final class RequestedActs implements Projection {

    private final String name;
    private final String askedOf;
    /** Answers {@code null} for what is no order. */
    private final Function<Object, KnownAct> reader;

    private final ActStore store;

    private RequestedActs(String name, String askedOf, Function<Object, KnownAct> reader, ActStore store) {
        this.name = name;
        this.askedOf = askedOf;
        this.reader = reader;
        this.store = store;
    }

    static RequestedActs onBattles(ActStore store) {
        return new RequestedActs(
                "acts-requested", KnownAct.OF_BATTLES, order -> KnownAct.requested((BattleOrder) order), store);
    }

    static RequestedActs onFeeds(ActStore store) {
        return new RequestedActs(
                "feed-acts-requested",
                KnownAct.OF_FEEDS,
                order -> isComplete((AdminOrder) order) ? KnownAct.requested((AdminOrder) order) : null,
                store);
    }

    /** Whoever should carry out one that is not sets it aside. */
    private static boolean isComplete(AdminOrder order) {
        boolean isAct = !(order instanceof ProcessorOrder on) || (on.act() != null && on.processor() != null);
        return isAct && order.actId() != null && order.actor() != null && order.requestedAt() != null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.request(batch.stream()
                .map(event -> reader.apply(event.getPayload()))
                .filter(Objects::nonNull)
                .toList());
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void clear() {
        store.forgetPending(askedOf);
    }

    /** Acts need no order, and are too few to be shared out. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return 0;
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        KnownAct act = reader.apply(event.getPayload());
        return act == null ? name : act.key().actId();
    }

    @Override
    public boolean needsBeginning() {
        return false;
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }
}
