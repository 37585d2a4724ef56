package io.battlescope.simulator.war;

/**
 * A battle that somebody asks for.
 *
 * @param number counts orders; two of the same second are two battles
 * @param start when the first ship dies, in seconds since 1970
 * @param systemId 0 for any
 * @param losses how many ships; 0 to let the dice decide
 */
public record Order(int number, long start, Kind kind, int systemId, int losses) {}
