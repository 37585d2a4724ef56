/** Ships, structures and what is in them, by real type ids, so that prices and names of the game apply. */
package io.battlescope.simulator.ship;
