package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Coalition;
import io.battlescope.simulator.people.Corporation;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.HullClass;
import java.util.List;

/** Few against fewer: roams, camps, lone kills, and what happens to those who carry too much. */
final class Hunting {

    private static final List<HullClass> PREY = List.of(
            HullClass.MINER,
            HullClass.BARGE,
            HullClass.BARGE,
            HullClass.HAULER,
            HullClass.EXPLORER,
            HullClass.CRUISER,
            HullClass.FRIGATE,
            HullClass.BATTLECRUISER,
            HullClass.BATTLESHIP,
            HullClass.MARAUDER,
            HullClass.CORVETTE,
            HullClass.DESTROYER,
            HullClass.CARRIER);
    private static final List<HullClass> SOLO = List.of(
            HullClass.FRIGATE,
            HullClass.DESTROYER,
            HullClass.CRUISER,
            HullClass.T3C,
            HullClass.INTERCEPTOR,
            HullClass.BOMBER);

    private final Scene scene;
    private final Dice dice;

    Hunting(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice;
    }

    void solo() {
        Engagement fight = scene.engagement(Kind.SOLO, scene.map.anywhereDangerous(dice));
        Craft hunter = new Craft(scene.anybody(), scene.ships.any(dice.of(SOLO), dice));
        Pilot unlucky = someoneElse(hunter.pilot());
        // half of them looked for a fight themselves
        HullClass hull = dice.percent(50) ? dice.of(SOLO) : dice.of(PREY);
        Craft victim = new Craft(unlucky, scene.ships.any(hull, dice));
        scene.kill(fight, scene.start, victim, Side.B, List.of(hunter), Side.A);
        scene.capsule(fight, scene.start, unlucky, Side.B, List.of(hunter), Side.A, 30);
    }

    /** A gang passes through several systems; each is a fight of its own, the roam is the operation. */
    void roam() {
        Coalition raiders = dice.percent(60) ? dice.of(scene.people.pirates()) : dice.of(scene.people.coalitions());
        Coalition locals = dice.of(scene.people.coalitions());
        List<Craft> gang = Fleet.muster(
                List.of(dice.of(raiders.alliances())), dice.of(Doctrine.GANGS), dice.between(5, 16), scene.ships, dice);
        List<Integer> route = scene.map.around(dice.favourite(scene.map.home(locals.number())));
        long time = scene.start;
        for (int stop = 0; stop < Math.min(route.size(), dice.between(2, 6)); stop++) {
            Engagement fight = scene.engagement(Kind.ROAM, route.get(stop));
            for (int catches = dice.between(1, 3); catches > 0; catches--) {
                Pilot local = dice.of(
                        dice.of(dice.of(locals.alliances()).corporations()).pilots());
                if (gang.size() > 3 && dice.percent(15)) {
                    Craft lost = gang.removeLast();
                    Craft defender = new Craft(local, scene.ships.any(dice.of(SOLO), dice));
                    scene.kill(fight, time, lost, Side.A, List.of(defender), Side.B);
                } else if (notOf(local, gang)) {
                    Craft prey = new Craft(local, scene.ships.any(dice.of(PREY), dice));
                    scene.kill(fight, time, prey, Side.B, scene.some(gang, 2, 8), Side.A);
                    scene.capsule(fight, time, local, Side.B, gang, Side.A, 55);
                }
                time += dice.between(60, 400);
            }
            time += dice.between(120, 600);
        }
    }

    /** Catches whoever jumps in, for an hour or two. */
    void gateCamp() {
        Engagement fight =
                scene.engagement(Kind.GATE_CAMP, dice.percent(60) ? scene.map.lowSec(dice) : scene.map.nullSec(dice));
        Coalition campers = dice.of(scene.people.pirates());
        List<Craft> camp =
                Fleet.muster(campers.alliances(), dice.of(Doctrine.GANGS), dice.between(4, 10), scene.ships, dice);
        long time = scene.start;
        for (int catches = dice.between(2, 8); catches > 0; catches--) {
            Pilot traveller = scene.anybody();
            if (notOf(traveller, camp)) {
                Craft prey = new Craft(traveller, scene.ships.any(dice.of(PREY), dice));
                scene.kill(fight, time, prey, Side.B, scene.some(camp, 2, 8), Side.A);
                scene.capsule(fight, time, traveller, Side.B, camp, Side.A, 65);
            }
            time += dice.skewed(40, 1_800);
        }
    }

    /** Gankers shoot in high-sec, and CONCORD shoots them. */
    void gank() {
        Engagement fight = scene.engagement(Kind.GANK, scene.map.highSec(dice));
        boolean freighter = dice.percent(20);
        Craft target = new Craft(
                scene.anybody(),
                scene.ships.any(
                        freighter ? HullClass.FREIGHTER : dice.percent(50) ? HullClass.HAULER : HullClass.BARGE, dice));
        Corporation gankers = dice.of(scene.people.loneCorporations());
        int count = freighter ? dice.between(8, 20) : dice.between(1, 6);
        List<Craft> gang = Fleet.muster(gankers, gankDoctrine(), count, scene.ships, dice);
        if (!notOf(target.pilot(), gang)) {
            return;
        }
        if (dice.percent(85)) {
            scene.kill(fight, scene.start + 15, target, Side.B, gang, Side.A);
            scene.capsule(fight, scene.start + 15, target.pilot(), Side.B, gang, Side.A, 25);
        }
        for (Craft ganker : gang) {
            fight.stands(ganker.pilot(), Side.A);
            scene.write(fight, scene.start + dice.between(10, 35), ganker, Npcs.concord(ganker.hull(), target, dice));
        }
    }

    private static Doctrine gankDoctrine() {
        return new Doctrine(List.of("Catalyst", "Thrasher"), List.of(HullClass.GANKER), 15);
    }

    /** Somebody shoots his own. */
    void awox() {
        Engagement fight = scene.engagement(Kind.AWOX, scene.map.nullSec(dice));
        Corporation corporation =
                dice.of(dice.of(dice.of(scene.people.coalitions()).alliances()).corporations());
        List<Craft> both = Fleet.muster(corporation, dice.of(Doctrine.GANGS), 2, scene.ships, dice);
        Craft victim = new Craft(both.getFirst().pilot(), scene.ships.any(dice.of(PREY), dice));
        scene.kill(fight, scene.start, victim, Side.NONE, List.of(both.getLast()), Side.NONE);
        scene.capsule(fight, scene.start, victim.pilot(), Side.NONE, List.of(both.getLast()), Side.NONE, 60);
    }

    private Pilot someoneElse(Pilot hunter) {
        Pilot other = scene.anybody();
        while (Engagement.partyOf(other).equals(Engagement.partyOf(hunter))) {
            other = scene.anybody();
        }
        return other;
    }

    private static boolean notOf(Pilot pilot, List<Craft> gang) {
        return gang.stream()
                .noneMatch(craft -> Engagement.partyOf(craft.pilot()).equals(Engagement.partyOf(pilot)));
    }
}
