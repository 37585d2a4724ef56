package io.battlescope.projection.act;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Keeps what becomes of the acts of admins: one of these what is told on the way, one what came of them. */
final class ToldActs implements Projection {

    private final String name;
    private final ActStore store;
    private final Runnable clear;

    private ToldActs(String name, ActStore store, Runnable clear) {
        this.name = name;
        this.store = store;
        this.clear = clear;
    }

    static ToldActs running(ActStore store) {
        return new ToldActs("acts-running", store, store::forgetRunning);
    }

    static ToldActs decided(ActStore store) {
        return new ToldActs("acts-decided", store, store::forgetDecided);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.hear(batch.stream()
                .map(event -> (ActOutcome) event.getPayload())
                .filter(KnownAct::isAct)
                .map(KnownAct::of)
                .toList());
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void clear() {
        clear.run();
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
