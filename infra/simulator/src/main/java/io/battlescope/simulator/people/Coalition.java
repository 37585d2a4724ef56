package io.battlescope.simulator.people;

import java.util.List;

/** Alliances that fly together. A pirate or wormhole alliance is a coalition of its own. */
public record Coalition(int number, String name, List<Alliance> alliances) {}
