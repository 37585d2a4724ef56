package io.battlescope.projection.status;

/**
 * How far a processor is behind its topic.
 *
 * @param records not handled yet
 * @param millis how long ago, at most, everything then in the topic was handled; 0 when nothing is waiting
 */
record Lag(long records, long millis) {}
