package io.battlescope.simulator.war;

import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Hull;

/** A pilot in a ship. */
record Craft(Pilot pilot, Hull hull) {}
