/** Where things happen: the real map, with homes for the coalitions. */
package io.battlescope.simulator.place;
