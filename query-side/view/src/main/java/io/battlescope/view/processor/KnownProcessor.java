package io.battlescope.view.processor;

/**
 * A version of what a processor keeps.
 *
 * @param state {@code building}, {@code living}, {@code kept} or {@code dropping}
 */
public record KnownProcessor(String processor, int version, String state) {}
