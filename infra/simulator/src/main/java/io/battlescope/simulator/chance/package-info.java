/** Chance that can be repeated: the whole simulated world is a function of one seed, so nothing else may throw dice. */
package io.battlescope.simulator.chance;
