package io.battlescope.simulator.war;

import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Hull;
import java.util.List;

/**
 * Something was lost.
 *
 * @param time seconds since 1970, UTC
 * @param shooters never empty; the order says nothing
 * @param finalBlow index of the shooter who had it
 * @param seed for everything that follows from the kill: what was fitted, when its mail is posted
 */
public record Kill(
        Engagement engagement,
        long time,
        int systemId,
        Pilot victim,
        Hull hull,
        List<Shooter> shooters,
        int finalBlow,
        long seed) {

    public long damageTaken() {
        return shooters.stream().mapToLong(Shooter::damage).sum();
    }
}
