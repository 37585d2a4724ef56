package io.battlescope.projection.parked;

import io.battlescope.projection.processor.Projection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** A projection with a fault that some events, named {@code battle#number}, bring to light. */
final class Poisoned implements Parkable {

    private final Projection projection;
    private final Set<String> poison = new TreeSet<>();

    Poisoned(Projection projection) {
        this.projection = projection;
    }

    void poison(String name) {
        poison.add(name);
    }

    void heal() {
        poison.clear();
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        // what was written until then has to be taken back
        projection.apply(batch);
        batch.stream().filter(event -> poison.contains(name(event))).findFirst().ifPresent(event -> {
            throw new IllegalStateException("poisoned by " + name(event));
        });
    }

    private String name(EventMessage<?> event) {
        return sequenceOf(event) + "#" + ((DomainEventMessage<?>) event).getSequenceNumber();
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return projection.sequenceOf(event);
    }

    @Override
    public Set<String> touches(EventMessage<?> event) {
        return projection.touches(event);
    }

    @Override
    public Set<String> heldBy(String sequence) {
        return projection.heldBy(sequence);
    }

    @Override
    public Predicate<EventMessage<?>> handledAmong(List<? extends EventMessage<?>> batch) {
        return projection.handledAmong(batch);
    }
}
