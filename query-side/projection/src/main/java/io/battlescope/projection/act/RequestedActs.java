package io.battlescope.projection.act;

import io.battlescope.api.battle.BattleOrder;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps what admins asked for. */
@Component
class RequestedActs implements Projection {

    static final String NAME = "acts-requested";

    private final ActStore store;

    RequestedActs(ActStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.request(batch.stream()
                .map(event -> KnownAct.requested((BattleOrder) event.getPayload()))
                .toList());
    }

    @Override
    public void clear() {
        store.forgetPending();
    }

    /** Acts need no order, and are too few to be shared out. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return 0;
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }
}
