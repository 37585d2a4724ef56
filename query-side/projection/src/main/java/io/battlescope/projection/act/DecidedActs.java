package io.battlescope.projection.act;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps what came of the acts of admins. */
@Component
class DecidedActs implements Projection {

    static final String NAME = "acts-decided";

    private final ActStore store;

    DecidedActs(ActStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.decide(batch.stream()
                .map(event -> (ActOutcome) event.getPayload())
                .filter(KnownAct::isAct)
                .map(KnownAct::decided)
                .toList());
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void clear() {
        store.forgetDecided();
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
