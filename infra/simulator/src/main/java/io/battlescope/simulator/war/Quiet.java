package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Coalition;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Hull;
import io.battlescope.simulator.ship.HullClass;
import java.util.List;

/** Losses without much of a fight: to NPCs, in the abyss, of things that cannot run. */
final class Quiet {

    private final Scene scene;
    private final Dice dice;

    Quiet(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice;
    }

    void rattingLoss() {
        Engagement fight = scene.engagement(
                Kind.RATTING_LOSS, dice.percent(50) ? scene.map.nullSec(dice) : scene.map.highSec(dice));
        HullClass kind = dice.of(List.of(
                HullClass.CRUISER,
                HullClass.BATTLECRUISER,
                HullClass.BATTLESHIP,
                HullClass.DESTROYER,
                HullClass.FRIGATE,
                HullClass.BARGE));
        Hull hull = scene.ships.any(kind, dice);
        Craft victim = new Craft(scene.anybody(), hull);
        fight.stands(victim.pilot(), Side.NONE);
        scene.write(fight, scene.start, victim, Npcs.rats(hull, dice));
    }

    void abyssalDeath() {
        Engagement fight = scene.engagement(Kind.ABYSSAL, scene.map.abyssal(dice));
        Pilot pilot = scene.anybody();
        Hull hull = scene.ships.any(dice.percent(70) ? HullClass.HAC : HullClass.CRUISER, dice);
        fight.stands(pilot, Side.NONE);
        scene.write(fight, scene.start, new Craft(pilot, hull), Npcs.abyssal(hull, dice));
        Hull capsule = scene.ships.any(HullClass.CAPSULE, dice);
        scene.write(fight, scene.start + 1, new Craft(pilot, capsule), Npcs.abyssal(capsule, dice));
    }

    /** A structure dies to a fleet; the owners may come too late, or not at all. */
    void structureBash() {
        Coalition owners = dice.of(scene.people.coalitions());
        Coalition attackers = dice.of(scene.people.enemiesOf(owners));
        int system = dice.favourite(scene.map.home(owners.number()));
        Engagement fight = scene.engagement(Kind.STRUCTURE_BASH, system);
        List<Craft> fleet = Fleet.muster(
                List.of(dice.of(attackers.alliances())),
                dice.of(Doctrine.FLEETS),
                dice.between(15, 70),
                scene.ships,
                dice);
        Pilot owner =
                dice.of(dice.of(dice.of(owners.alliances()).corporations()).pilots());
        HullClass kind =
                dice.percent(3) ? HullClass.KEEPSTAR : dice.percent(25) ? HullClass.STARBASE : HullClass.STRUCTURE;
        Craft structure = new Craft(owner, scene.ships.any(kind, dice));
        long end = scene.start + dice.between(300, 900);
        if (dice.percent(40)) {
            List<Craft> defence = Fleet.muster(
                    List.of(dice.of(owners.alliances())),
                    dice.of(Doctrine.GANGS),
                    dice.between(4, 14),
                    scene.ships,
                    dice);
            new Brawl(scene, fight)
                    .join(new Fleet(Side.A, scene.start, 40, fleet))
                    .join(new Fleet(Side.B, scene.start, 200, defence))
                    .fight(scene.start, (int) (end - scene.start), dice.between(1, 8));
        }
        scene.kill(fight, end, structure, Side.B, scene.some(fleet, 10, 60), Side.A);
    }

    /** A tractor unit or a bubble that somebody finds. */
    void deployable() {
        Engagement fight = scene.engagement(Kind.DEPLOYABLE, scene.map.anywhereDangerous(dice));
        Pilot owner = dice.of(dice.of(dice.of(scene.people.coalitions()).alliances())
                .corporations()
                .getFirst()
                .pilots());
        Coalition finders = dice.of(scene.people.pirates());
        Craft unit = new Craft(owner, scene.ships.any(HullClass.DEPLOYABLE, dice));
        List<Craft> gang =
                Fleet.muster(finders.alliances(), dice.of(Doctrine.GANGS), dice.between(1, 3), scene.ships, dice);
        scene.kill(fight, scene.start, unit, Side.B, gang, Side.A);
    }
}
