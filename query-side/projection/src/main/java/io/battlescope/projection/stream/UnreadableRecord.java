package io.battlescope.projection.stream;

/**
 * Payload of an event that stands for a record which is none: it can be set aside, and nothing else.
 *
 * @param why in words, with topic, partition and offset
 */
public record UnreadableRecord(String why) {}
