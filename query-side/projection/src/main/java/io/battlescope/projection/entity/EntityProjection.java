package io.battlescope.projection.entity;

import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.projection.processor.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps table {@code entity}. */
@Component
class EntityProjection implements Projection {

    static final String NAME = "entities";

    private final EntityStore store;

    EntityProjection(EntityStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        store.write(batch.stream().map(event -> KnownEntity.of(entity(event))).toList());
    }

    @Override
    public List<String> tables() {
        return List.of("entity");
    }

    @Override
    public void clear() {
        store.clear();
    }

    /** Names belong to no system; what is told of one id goes to one segment. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return Long.hashCode(entity(event).id());
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return Long.toString(entity(event).id());
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }

    private static EntityUpdated entity(EventMessage<?> event) {
        return (EntityUpdated) event.getPayload();
    }
}
