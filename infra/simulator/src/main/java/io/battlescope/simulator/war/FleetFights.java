package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Alliance;
import io.battlescope.simulator.people.Coalition;
import io.battlescope.simulator.people.Population;
import io.battlescope.simulator.ship.Hull;
import io.battlescope.simulator.ship.HullClass;
import java.util.ArrayList;
import java.util.List;

/** Fights between coalitions. */
final class FleetFights {

    private static final int MINUTE = 60;

    private final Scene scene;
    private final Population people;
    private final Dice dice;

    FleetFights(Scene scene) {
        this.scene = scene;
        this.people = scene.people;
        this.dice = scene.dice;
    }

    /** @param losses ships lost; 0 to let the dice decide */
    void battle(Kind kind, int systemId, int losses) {
        Coalition attackers = dice.of(people.coalitions());
        Coalition defenders = dice.of(people.enemiesOf(attackers));
        int system = systemId != 0 ? systemId : dice.favourite(scene.map.home(defenders.number()));
        int lost = losses != 0 ? losses : dice.skewed(12, 130);
        int minutes = Math.clamp(lost / 3 + dice.between(4, 20), 6, 70);
        Engagement fight = scene.engagement(kind, system);
        Brawl brawl = new Brawl(scene, fight);
        brawl.join(fleet(attackers, Side.A, scene.start, lost, 100));
        brawl.join(fleet(defenders, Side.B, scene.start, lost, dice.between(70, 190)));
        long half = scene.start + minutes * MINUTE / 2L;
        if (dice.percent(45)) {
            // somebody calls for help
            boolean toAttackers = dice.percent(50);
            brawl.join(
                    fleet(toAttackers ? attackers : defenders, toAttackers ? Side.A : Side.B, half, lost / 2 + 4, 60));
        }
        if (kind == Kind.THIRD_PARTY) {
            List<Craft> vultures = Fleet.muster(
                    dice.of(people.pirates()).alliances(),
                    dice.of(Doctrine.GANGS),
                    dice.between(6, 16),
                    scene.ships,
                    dice);
            brawl.join(new Fleet(Side.THIRD, scene.start + minutes * MINUTE / 4L, 60, vultures));
        }
        brawl.fight(scene.start, minutes * MINUTE, lost);
    }

    /** Two coalitions bring everything they have. */
    void bloodbath(int systemId, int losses) {
        Coalition attackers = people.coalitions().getFirst();
        Coalition defenders = people.enemiesOf(attackers).getFirst();
        int system =
                systemId != 0 ? systemId : scene.map.home(defenders.number()).getFirst();
        Engagement fight = scene.engagement(Kind.BLOODBATH, system);
        Brawl brawl = new Brawl(scene, fight).reshipping(20).mostOnOneMail(400);
        int hours = Math.clamp(losses / 500, 1, 12);
        for (int wave = 0; wave < hours; wave++) {
            long arrives = scene.start + wave * 3600L;
            int size = losses / hours / 3 + 20;
            brawl.join(fleet(attackers, Side.A, arrives, size, 90));
            brawl.join(fleet(defenders, Side.B, arrives, size, 110));
            brawl.join(capitals(attackers, Side.A, arrives + 600, size / 4 + 3));
            brawl.join(capitals(defenders, Side.B, arrives + 600, size / 4 + 3));
        }
        brawl.fight(scene.start, hours * 3600, losses);
    }

    /** Two unrelated fights in one system, so that place and time alone do not tell them apart. */
    void twoFights() {
        int system = scene.map.lowSec(dice);
        List<Coalition> gangs = new ArrayList<>();
        while (gangs.size() < 4) {
            Coalition gang = dice.of(people.pirates());
            if (!gangs.contains(gang)) {
                gangs.add(gang);
            }
        }
        for (int i = 0; i < 4; i += 2) {
            Engagement fight = scene.engagement(Kind.TWO_FIGHTS, system);
            new Brawl(scene, fight)
                    .join(gang(gangs.get(i), Side.A, dice.between(6, 14)))
                    .join(gang(gangs.get(i + 1), Side.B, dice.between(6, 14)))
                    .fight(scene.start, 20 * MINUTE, dice.between(5, 14));
        }
    }

    void reshipBrawl() {
        Engagement fight = scene.engagement(Kind.RESHIP_BRAWL, scene.map.lowSec(dice));
        Coalition one = dice.of(people.pirates());
        Coalition other = otherThan(one);
        new Brawl(scene, fight)
                .reshipping(75)
                .join(gang(one, Side.A, dice.between(4, 9)))
                .join(gang(other, Side.B, dice.between(4, 9)))
                .fight(scene.start, dice.between(15, 40) * MINUTE, dice.between(8, 25));
    }

    void smallGang() {
        Engagement fight = scene.engagement(Kind.SMALL_GANG, scene.map.anywhereDangerous(dice));
        Coalition one = dice.of(people.pirates());
        boolean againstCoalition = dice.percent(50);
        Coalition other = againstCoalition ? dice.of(people.coalitions()) : otherThan(one);
        new Brawl(scene, fight)
                .join(gang(one, Side.A, dice.between(3, 9)))
                .join(gang(other, Side.B, dice.between(3, 9)))
                .fight(scene.start, dice.between(3, 15) * MINUTE, dice.between(1, 6));
    }

    private Coalition otherThan(Coalition one) {
        Coalition other = dice.of(people.pirates());
        while (other.equals(one)) {
            other = dice.of(people.pirates());
        }
        return other;
    }

    private Fleet gang(Coalition coalition, Side side, int size) {
        List<Alliance> one = List.of(dice.of(coalition.alliances()));
        return new Fleet(side, scene.start, 100, Fleet.muster(one, dice.of(Doctrine.GANGS), size, scene.ships, dice));
    }

    /** One to three alliances of a coalition; capitals come along now and then. */
    private Fleet fleet(Coalition coalition, Side side, long arrives, int losses, int weakness) {
        List<Alliance> members = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            members.add(dice.of(coalition.alliances()));
        }
        int size = losses + dice.between(6, 14 + losses);
        List<Craft> crafts = Fleet.muster(members, dice.of(Doctrine.FLEETS), size, scene.ships, dice);
        if (dice.percent(20)) {
            crafts.addAll(Fleet.muster(members, dice.of(Doctrine.CAPITALS), dice.between(1, 4), scene.ships, dice));
        }
        return new Fleet(side, arrives, weakness, crafts);
    }

    private Fleet capitals(Coalition coalition, Side side, long arrives, int size) {
        List<Craft> crafts = Fleet.muster(coalition.alliances(), dice.of(Doctrine.CAPITALS), size, scene.ships, dice);
        for (Craft titan :
                Fleet.muster(coalition.alliances(), dice.of(Doctrine.FLEETS), size / 6 + 1, scene.ships, dice)) {
            Hull hull = scene.ships.any(dice.percent(60) ? HullClass.TITAN : HullClass.SUPERCARRIER, dice);
            crafts.add(new Craft(titan.pilot(), hull));
        }
        return new Fleet(side, arrives, 80, crafts);
    }
}
