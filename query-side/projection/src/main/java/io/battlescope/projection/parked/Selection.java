package io.battlescope.projection.parked;

/**
 * Parked events that an admin means; all conditions hold.
 *
 * @param sequence {@code null} for all
 * @param letterId {@code null} for whole sequences
 * @param cause a part of the cause of the first event that failed itself; {@code null} for any
 */
public record Selection(String sequence, Long letterId, String cause) {}
