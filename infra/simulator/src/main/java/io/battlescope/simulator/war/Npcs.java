package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Hull;
import java.util.ArrayList;
import java.util.List;

/** Attackers whom nobody flies. */
final class Npcs {

    private static final Pilot CONCORD = new Pilot(0, 1_000_125, 0, 0, 0);
    private static final int CONCORD_OFFICER = 3885;
    private static final List<Pilot> RATS = List.of(
            new Pilot(0, 1_000_127, 0, 500_010, 0),
            new Pilot(0, 1_000_135, 0, 500_020, 0),
            new Pilot(0, 1_000_124, 0, 500_011, 0));
    /** Pirates' ships by type id. */
    private static final List<Integer> RAT_SHIPS = List.of(2387, 2381, 2370, 2372, 17058, 17066, 17085);
    /** The Triglavian Collective, which has no corporation on mails. */
    private static final Pilot COLLECTIVE = new Pilot(0, 0, 0, 500_026, 0);

    private static final List<Integer> DRIFTING = List.of(47_847, 47_848, 47_849, 47_850);

    private Npcs() {}

    /** CONCORD, and now and then a shot of the victim who defended itself. */
    static List<Shooter> concord(Hull hull, Craft target, Dice dice) {
        List<Shooter> shooters = new ArrayList<>();
        shooters.add(new Shooter(CONCORD, CONCORD_OFFICER, 0, hull.hitPoints()));
        if (dice.percent(10) && target.hull().weaponTypeId() != 0) {
            shooters.add(new Shooter(
                    target.pilot(), target.hull().typeId(), target.hull().weaponTypeId(), 40));
        }
        return shooters;
    }

    static List<Shooter> rats(Hull hull, Dice dice) {
        Pilot faction = dice.of(RATS);
        return several(faction, RAT_SHIPS, hull, dice);
    }

    static List<Shooter> abyssal(Hull hull, Dice dice) {
        return several(COLLECTIVE, DRIFTING, hull, dice);
    }

    private static List<Shooter> several(Pilot faction, List<Integer> ships, Hull hull, Dice dice) {
        int count = dice.between(1, 4);
        List<Shooter> shooters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shooters.add(new Shooter(faction, dice.of(ships), 0, hull.hitPoints() / count));
        }
        return shooters;
    }
}
