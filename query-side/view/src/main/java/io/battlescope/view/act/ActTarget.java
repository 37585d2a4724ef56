package io.battlescope.view.act;

/**
 * A battle as far as acts need to know it.
 *
 * @param mergedInto the battle it went into; {@code null} for a battle that stands on its own
 */
public record ActTarget(String battleId, int systemId, String mergedInto) {}
