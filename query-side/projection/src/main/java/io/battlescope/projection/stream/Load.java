package io.battlescope.projection.stream;

import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.EventMessage;

/**
 * What may wait in one place. Events differ in size by three orders of magnitude, so that a number of events says little about
 * memory; the lines of the mails they carry do.
 *
 * @param maxEvents events, at most
 * @param maxLines lines of mails (victims and attackers), at most; one event may exceed it
 * @param lines lines that an event carries
 */
public record Load(int maxEvents, int maxLines, ToIntFunction<EventMessage<?>> lines) {

    boolean isFull(int events, int heldLines) {
        return events >= maxEvents || (events > 0 && heldLines >= maxLines);
    }
}
