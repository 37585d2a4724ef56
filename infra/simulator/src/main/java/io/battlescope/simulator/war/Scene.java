package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.people.Population;
import io.battlescope.simulator.place.Geography;
import io.battlescope.simulator.ship.Catalogue;
import io.battlescope.simulator.ship.Hull;
import io.battlescope.simulator.ship.HullClass;
import java.util.ArrayList;
import java.util.List;

/** What an activity needs in order to play: the world, the dice that were thrown for it, and paper to write kills on. */
final class Scene {

    final Population people;
    final Geography map;
    final Catalogue ships;
    final Dice dice;
    final long start;
    private final String name;
    private final List<Kill> kills = new ArrayList<>();
    private int engagements;

    Scene(String name, Population people, Geography map, Catalogue ships, Dice dice, long start) {
        this.name = name;
        this.people = people;
        this.map = map;
        this.ships = ships;
        this.dice = dice;
        this.start = start;
    }

    Engagement engagement(Kind kind, int systemId) {
        return new Engagement(name + "." + engagements++, name, kind, systemId);
    }

    /** Players on players, each on the side given. */
    void kill(Engagement fight, long time, Craft victim, Side side, List<Craft> killers, Side killersSide) {
        fight.stands(victim.pilot(), side);
        killers.forEach(killer -> fight.stands(killer.pilot(), killersSide));
        write(fight, time, victim, shooters(killers, victim.hull().hitPoints()));
    }

    /** Shooters share the damage by chance; who only repairs or jams does none. */
    List<Shooter> shooters(List<Craft> killers, int hitPoints) {
        double[] shares = new double[killers.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            Hull hull = killers.get(i).hull();
            boolean harmless = hull.kind().repairs() || (shares.length > 1 && hull.weaponTypeId() == 0);
            shares[i] = harmless ? 0 : 0.05 + dice.share() * dice.share();
            sum += shares[i];
        }
        List<Shooter> shooters = new ArrayList<>(killers.size());
        int left = hitPoints + dice.below(hitPoints / 10 + 1);
        for (int i = 0; i < shares.length; i++) {
            Craft killer = killers.get(i);
            int damage = sum == 0 ? left / shares.length : (int) (left * (shares[i] / sum));
            shooters.add(shooter(killer, damage));
        }
        return shooters;
    }

    private Shooter shooter(Craft killer, int damage) {
        Hull hull = killer.hull();
        // some mails name the hull as the weapon, a few do not know the hull, as real ones do
        int weapon = dice.percent(12) ? hull.typeId() : hull.weaponOnMail();
        return new Shooter(killer.pilot(), dice.percent(1) ? 0 : hull.typeId(), weapon, damage);
    }

    void write(Engagement fight, long time, Craft victim, List<Shooter> shooters) {
        kills.add(new Kill(
                fight,
                time,
                fight.systemId(),
                victim.hull().kind().isUnmanned() ? victim.pilot().asOwner() : victim.pilot(),
                victim.hull(),
                List.copyOf(shooters),
                finalBlow(shooters),
                dice.number()));
    }

    private int finalBlow(List<Shooter> shooters) {
        int choice = dice.below(shooters.size());
        for (int i = 0; i < shooters.size(); i++) {
            int index = (choice + i) % shooters.size();
            if (shooters.get(index).damage() > 0) {
                return index;
            }
        }
        return choice;
    }

    /** The capsule, which rarely gets away where the ship did not. */
    void capsule(
            Engagement fight, long time, Pilot pilot, Side side, List<Craft> killers, Side killersSide, int chance) {
        if (dice.percent(chance)) {
            Craft capsule = new Craft(pilot, ships.any(HullClass.CAPSULE, dice));
            kill(fight, time + dice.between(2, 40), capsule, side, some(killers, 1, 5), killersSide);
        }
    }

    /** Different ones, in no order. */
    List<Craft> some(List<Craft> crafts, int fewest, int most) {
        int count = Math.min(crafts.size(), dice.between(Math.min(fewest, most), most));
        List<Craft> chosen = new ArrayList<>(count);
        int first = dice.below(crafts.size());
        // a step that has no divisor in common with the size visits each only once
        int step = 1 + dice.below(crafts.size());
        while (gcd(step, crafts.size()) != 1) {
            step++;
        }
        for (int i = 0; i < count; i++) {
            chosen.add(crafts.get((int) ((first + (long) i * step) % crafts.size())));
        }
        return chosen;
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    Pilot newcomer() {
        return dice.of(people.newcomers());
    }

    /** Somebody who flies about alone: a member of any alliance, of a lone corporation, or of none. */
    Pilot anybody() {
        int roll = dice.below(100);
        if (roll < 40) {
            return newcomer();
        }
        if (roll < 60) {
            return dice.of(dice.of(people.loneCorporations()).pilots());
        }
        var alliance = dice.of(
                dice.percent(25)
                        ? dice.of(people.pirates()).alliances()
                        : dice.of(people.coalitions()).alliances());
        return dice.of(dice.of(alliance.corporations()).pilots());
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }
}
