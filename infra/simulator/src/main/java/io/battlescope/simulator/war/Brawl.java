package io.battlescope.simulator.war;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.ship.HullClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fleets that shoot each other for a while. */
final class Brawl {

    private static final int CAPSULES_LOST = 62;

    private final Scene scene;
    private final Dice dice;
    private final Engagement fight;
    private final List<Fleet> fleets = new ArrayList<>();
    private final Set<Long> pilots = new HashSet<>();
    private int reshipPercent = 6;
    private int mostOnOneMail = 60;

    Brawl(Scene scene, Engagement fight) {
        this.scene = scene;
        this.dice = scene.dice;
        this.fight = fight;
    }

    /** Nobody comes twice, in two fleets or in two ships. */
    Brawl join(Fleet fleet) {
        fleet.alive.removeIf(craft -> !pilots.add(craft.pilot().characterId()));
        fleets.add(fleet);
        return this;
    }

    Brawl reshipping(int percent) {
        this.reshipPercent = percent;
        return this;
    }

    Brawl mostOnOneMail(int most) {
        this.mostOnOneMail = most;
        return this;
    }

    /** So many ships are lost, if there are so many, in clumps over the time given. */
    void fight(long begin, int seconds, int losses) {
        long[] times = new long[losses];
        for (int i = 0; i < losses; i++) {
            // denser in the middle
            times[i] = begin + (long) (seconds * (dice.share() + dice.share()) / 2);
        }
        Arrays.sort(times);
        for (long time : times) {
            Fleet losing = losing(time);
            if (losing == null) {
                return;
            }
            lose(losing, time);
        }
    }

    private Fleet losing(long time) {
        List<Fleet> there = fleets.stream()
                .filter(fleet -> fleet.arrives <= time && !fleet.alive.isEmpty())
                .toList();
        if (there.stream().map(fleet -> fleet.side).distinct().count() < 2) {
            return null;
        }
        int sum = there.stream().mapToInt(Brawl::weight).sum();
        int roll = dice.below(sum);
        for (Fleet fleet : there) {
            roll -= weight(fleet);
            if (roll < 0) {
                return fleet;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static int weight(Fleet fleet) {
        return Math.max(1, fleet.alive.size() * fleet.weakness / 100);
    }

    private void lose(Fleet losing, long time) {
        boolean friendlyFire = losing.alive.size() > 5 && dice.percent(1);
        Craft victim = losing.alive.remove(dice.below(losing.alive.size()));
        Side killersSide = friendlyFire ? losing.side : enemyOf(losing.side, time);
        List<Craft> killers = friendlyFire ? scene.some(losing.alive, 1, 2) : killers(killersSide, time);
        List<Craft> others = friendlyFire ? List.of() : intruders(losing.side, killersSide, time);
        others.forEach(other -> fight.stands(other.pilot(), Side.THIRD));
        List<Craft> all = new ArrayList<>(killers);
        all.addAll(others);
        scene.kill(fight, time, victim, losing.side, all, killersSide);
        if (!victim.hull().kind().isUnmanned()) {
            scene.capsule(fight, time, victim.pilot(), losing.side, killers, killersSide, CAPSULES_LOST);
            if (dice.percent(reshipPercent)) {
                HullClass next = dice.of(
                        List.of(HullClass.FRIGATE, HullClass.CRUISER, HullClass.DESTROYER, HullClass.BATTLECRUISER));
                Craft again = new Craft(victim.pilot(), scene.ships.any(next, dice));
                fleets.add(new Fleet(losing.side, time + dice.between(180, 480), losing.weakness, List.of(again)));
            }
        }
    }

    private Side enemyOf(Side side, long time) {
        List<Side> enemies = fleets.stream()
                .filter(fleet -> fleet.arrives <= time && fleet.side != side && !fleet.alive.isEmpty())
                .flatMap(fleet -> fleet.alive.stream().map(_ -> fleet.side))
                .toList();
        return dice.of(enemies);
    }

    private List<Craft> killers(Side side, long time) {
        List<Craft> able = fleets.stream()
                .filter(fleet -> fleet.side == side && fleet.arrives <= time)
                .flatMap(fleet -> fleet.alive.stream())
                .filter(craft -> !craft.hull().kind().repairs() || dice.percent(2))
                .toList();
        if (able.isEmpty()) {
            able = fleets.stream()
                    .filter(fleet -> fleet.side == side && fleet.arrives <= time)
                    .flatMap(fleet -> fleet.alive.stream())
                    .toList();
        }
        int most = Math.clamp(able.size() * 2L / 3, 1, mostOnOneMail);
        return scene.some(able, Math.min(3, most), dice.skewed(1, most));
    }

    /** A third party shoots what others are shooting at anyway. */
    private List<Craft> intruders(Side losing, Side killers, long time) {
        if (losing == Side.THIRD || killers == Side.THIRD || !dice.percent(25)) {
            return List.of();
        }
        List<Craft> there = fleets.stream()
                .filter(fleet -> fleet.side == Side.THIRD && fleet.arrives <= time)
                .flatMap(fleet -> fleet.alive.stream())
                .toList();
        return there.isEmpty() ? List.of() : scene.some(there, 1, 4);
    }
}
