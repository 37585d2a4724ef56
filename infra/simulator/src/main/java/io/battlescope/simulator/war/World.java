package io.battlescope.simulator.war;

import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Population;
import io.battlescope.simulator.place.Geography;
import io.battlescope.simulator.ship.Catalogue;
import java.time.LocalTime;
import java.util.List;

/**
 * New Eden as a function of a seed: what begins in any ten seconds can be asked at any time, in any order, and is always the same.
 */
public final class World {

    /** Seconds of a slot, the time in which activities begin together. */
    public static final int SLOT_SECONDS = 10;
    /** Kills a second that a world is asked for at most. */
    public static final double FASTEST = 5_000;
    /** Kills an activity has on average; a test holds it to what the activities do. */
    static final double MEAN_KILLS = 6.4;

    private static final int SLOTS_A_DAY = 86_400 / SLOT_SECONDS;
    private static final int BEFORE_MIDNIGHT = LocalTime.of(23, 38).toSecondOfDay() / SLOT_SECONDS;
    /** The number under which the battle across midnight is filed; others do not reach it. */
    private static final int MIDNIGHT = (1 << 20) - 1;

    private final long seed;
    private final Universe universe;
    private final Population people;
    private final Geography map;
    private final Catalogue ships;

    public World(long seed, Universe universe) {
        this.seed = seed;
        this.universe = universe;
        this.people = new Population(seed);
        this.map = new Geography(universe, seed);
        this.ships = new Catalogue();
    }

    public Universe universe() {
        return universe;
    }

    public Population people() {
        return people;
    }

    public Geography map() {
        return map;
    }

    public Catalogue ships() {
        return ships;
    }

    public long seed() {
        return seed;
    }

    /** The slot in which a second (since 1970) lies. */
    public static long slotOf(long second) {
        return Math.floorDiv(second, SLOT_SECONDS);
    }

    /** Numbers of the activities that begin in a slot when so many kills a second are wanted; none when none are. */
    public int[] activities(long slot, double rate) {
        if (rate == 0) {
            return new int[0];
        }
        int count = Dice.of(seed, slot, -1).poisson(rate * SLOT_SECONDS / MEAN_KILLS);
        boolean midnight = Math.floorMod(slot, SLOTS_A_DAY) == BEFORE_MIDNIGHT;
        int[] numbers = new int[midnight ? count + 1 : count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        if (midnight) {
            numbers[count] = MIDNIGHT;
        }
        return numbers;
    }

    /** The kills of one activity, in no order. */
    public List<Kill> kills(long slot, int number) {
        Dice dice = Dice.of(seed, slot, number);
        long start = slot * SLOT_SECONDS + dice.below(SLOT_SECONDS);
        Scene scene = scene("e" + Long.toString(slot, 36) + "-" + Integer.toString(number, 36), dice, start);
        if (number == MIDNIGHT) {
            new FleetFights(scene).battle(Kind.MIDNIGHT_BATTLE, 0, dice.between(50, 110));
        } else {
            any(scene);
        }
        return scene.kills();
    }

    /** The kills of a battle that somebody asked for. */
    public List<Kill> kills(Order order) {
        Dice dice = Dice.of(seed, order.start(), order.number(), 0x4F52444552L);
        Scene scene = scene("o" + order.number(), dice, order.start());
        switch (order.kind()) {
            case BLOODBATH -> new FleetFights(scene).bloodbath(order.systemId(), Math.max(2, order.losses()));
            default -> new FleetFights(scene).battle(order.kind(), order.systemId(), order.losses());
        }
        return scene.kills();
    }

    private Scene scene(String name, Dice dice, long start) {
        return new Scene(name, people, map, ships, dice, start);
    }

    private static void any(Scene scene) {
        int roll = scene.dice.below(1000);
        if (roll < 330) {
            new Hunting(scene).solo();
        } else if (roll < 480) {
            new FleetFights(scene).smallGang();
        } else if (roll < 620) {
            new Quiet(scene).rattingLoss();
        } else if (roll < 670) {
            new Quiet(scene).abyssalDeath();
        } else if (roll < 750) {
            new Hunting(scene).gank();
        } else if (roll < 830) {
            new Hunting(scene).gateCamp();
        } else if (roll < 885) {
            new Hunting(scene).roam();
        } else if (roll < 915) {
            new Quiet(scene).deployable();
        } else if (roll < 930) {
            new Hunting(scene).awox();
        } else if (roll < 950) {
            new FleetFights(scene).reshipBrawl();
        } else if (roll < 957) {
            new FleetFights(scene).twoFights();
        } else if (roll < 972) {
            new Quiet(scene).structureBash();
        } else if (roll < 980) {
            new FleetFights(scene).battle(Kind.THIRD_PARTY, 0, 0);
        } else {
            new FleetFights(scene).battle(Kind.FLEET_BATTLE, 0, 0);
        }
    }
}
