package io.battlescope.projection.processor;

import io.battlescope.projection.stream.Origin;
import org.axonframework.eventhandling.EventMessage;

/** What a processor needs to know of every event, also of one that nobody can read. */
public final class EventTraits {

    private EventTraits() {}

    /** Records are keyed by system, or by what is told of, in numbers; others need no order. */
    public static int systemOf(Projection projection, EventMessage<?> event) {
        if (Origin.isReadable(event)) {
            return projection.systemOf(event);
        }
        String key = Origin.of(event).key();
        return key != null && key.matches("[0-9]{1,18}") ? Long.hashCode(Long.parseLong(key)) : 0;
    }

    static int linesOf(Projection projection, EventMessage<?> event) {
        return Origin.isReadable(event) ? projection.linesOf(event) : 1;
    }
}
