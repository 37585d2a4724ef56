package io.battlescope.projection.parked;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;

/** Something that handles events and can go on without some of them. */
public interface Parkable {

    /** Brings the rows to the state after the batch. */
    void apply(List<? extends EventMessage<?>> batch);

    /** What an event has to stay in order with. */
    String sequenceOf(EventMessage<?> event);

    /**
     * What an event is about: its sequence, and whatever else another sequence of the same system can be about too. Of two events that are
     * about the same, the later one waits when the earlier one does.
     */
    default Set<String> touches(EventMessage<?> event) {
        return Set.of(sequenceOf(event));
    }

    /** What else a sequence is about, by the rows there are now: an event that nobody can read does not say. */
    default Set<String> heldBy(String sequence) {
        return Set.of();
    }

    /** Tells events of the batch that have had their effect before, and will have none again. */
    default Predicate<EventMessage<?>> handledAmong(List<? extends EventMessage<?>> batch) {
        return event -> false;
    }
}
