package io.battlescope.simulator.feed;

import io.battlescope.simulator.war.Kill;

/**
 * A killmail of the world, whether known yet or not.
 *
 * @param postedAt seconds since 1970; 0 while nobody knows of it
 */
public record Posted(long killmailId, Kill kill, long postedAt) {}
