package io.battlescope.view.progress;

/**
 * What the read model holds at one instant.
 *
 * @param killmails rows of killmails
 * @param inBattles rows of killmails in visible battles
 * @param battles visible battles
 * @param battleKillmails what the visible battles say they hold; equals {@code inBattles} unless something is wrong
 */
public record ReadModelCounts(long killmails, long inBattles, long battles, long battleKillmails) {}
