package io.battlescope.simulator.ship;

import java.util.List;

/**
 * Something in the wreck.
 *
 * @param flag CCP's number of the slot or hold
 * @param contents what lay in it, if it is a container
 */
public record Item(int typeId, int flag, int singleton, long quantity, boolean dropped, List<Item> contents) {}
