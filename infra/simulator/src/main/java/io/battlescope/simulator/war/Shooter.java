package io.battlescope.simulator.war;

import io.battlescope.simulator.people.Pilot;

/**
 * One attacker of a kill.
 *
 * @param hullTypeId 0 where the mail does not say
 * @param damage hit points; 0 for who only held the victim
 */
public record Shooter(Pilot pilot, int hullTypeId, int weaponTypeId, int damage) {}
