package io.battlescope.projection.processor;

import io.battlescope.projection.parked.Parkable;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Keeps a part of the read model. */
public interface Projection extends Parkable {

    /** What admins call it; also in {@code projection_progress} and in the status. */
    String name();

    /** Brings the rows to the state after the batch; runs in the transaction that also stores the token. */
    @Override
    void apply(List<? extends EventMessage<?>> batch);

    /** Removes all rows, for a replay from the beginning; runs in the transaction that resets the token. */
    void clear();

    /** The solar system an event belongs to: events of one system are handled in order, whatever battles they touch. */
    int systemOf(EventMessage<?> event);

    /** The tables that it alone writes, without schema; a rebuild makes them anew beside the old ones. */
    List<String> tables();

    /** Of its columns; raised with each change of them, and then its tables are built anew beside the old ones. */
    default int layout() {
        return 1;
    }

    /** Whether it can be emptied and built anew; what cannot may still be read again on top of what there is. */
    default boolean isResettable() {
        return true;
    }

    /** Whether it is right, if not complete, when events are passed over. */
    default boolean canSkip() {
        return true;
    }

    /**
     * Whether it is told everything from its topic's beginning once more when the topic was made anew, and waits until then; what is
     * news to others, and bears repeats, goes on with what the new topic holds.
     */
    default boolean needsBeginning() {
        return true;
    }

    /** Lines of mails (victims and attackers) that an event carries: what it costs to hold. */
    int linesOf(EventMessage<?> event);
}
