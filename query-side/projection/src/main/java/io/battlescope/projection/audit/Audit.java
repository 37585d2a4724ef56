package io.battlescope.projection.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Writes down who did what. The topic forgets after a year and the audit does not, so it can never be built anew. */
@Component
class Audit implements Projection {

    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.add(batch.stream().map(event -> (ActOutcome) event.getPayload()).toList());
    }

    @Override
    public List<String> tables() {
        return List.of("audit");
    }

    @Override
    public boolean isResettable() {
        return false;
    }

    /** What is passed over is missing from the audit. */
    @Override
    public boolean canSkip() {
        return false;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("The audit is only ever added to");
    }

    /** Acts need no order, and are too few to be shared out. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return 0;
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return ((ActOutcome) event.getPayload()).actId();
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
