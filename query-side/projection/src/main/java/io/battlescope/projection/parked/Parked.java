package io.battlescope.projection.parked;

import org.axonframework.eventhandling.EventMessage;

/**
 * An event that goes on to the parking place.
 *
 * @param cause in words
 * @param waitsFor the sequence it waits for; {@code null} when it failed itself
 */
record Parked(EventMessage<?> event, String sequence, String cause, String waitsFor) {}
