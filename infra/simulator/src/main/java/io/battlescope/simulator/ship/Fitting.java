package io.battlescope.simulator.ship;

import io.battlescope.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/** What was fitted to a lost hull and lay in its holds; each module either survives or does not. */
public final class Fitting {

    private static final int CARGO = 5;
    private static final int LOW = 11;
    private static final int MEDIUM = 19;
    private static final int HIGH = 27;
    private static final int DRONES = 87;
    private static final int IMPLANT = 89;
    private static final int RIG = 92;
    private static final int FIGHTERS = 158;
    private static final int CONTAINER = 3465;

    private final Catalogue catalogue;
    private final Hull hull;
    private final Dice dice;
    private final List<Item> items = new ArrayList<>();

    private Fitting(Catalogue catalogue, Hull hull, Dice dice) {
        this.catalogue = catalogue;
        this.hull = hull;
        this.dice = dice;
    }

    public static List<Item> of(Catalogue catalogue, Hull hull, Dice dice) {
        Fitting fitting = new Fitting(catalogue, hull, dice);
        fitting.fill();
        return fitting.items;
    }

    private void fill() {
        switch (hull.kind()) {
            case CAPSULE -> implants();
            case DEPLOYABLE, STARBASE -> {
                // empty more often than not
            }
            case STRUCTURE, KEEPSTAR -> hold("fuel", 'X', dice.between(1, 4), 12_000);
            case HAULER, FREIGHTER -> freight();
            case BARGE, MINER -> mining();
            default -> warship();
        }
    }

    private void warship() {
        int slots = 2 + "SMLX".indexOf(hull.size());
        if (hull.weaponTypeId() != 0 && dice.percent(95)) {
            for (int i = 0; i < slots; i++) {
                fitted(hull.weaponTypeId(), HIGH + i);
            }
        } else if (hull.kind().repairs()) {
            row("logi", 'M', HIGH, 3);
        } else {
            row("high", hull.size(), HIGH, slots - 1);
        }
        row("med", hull.size(), MEDIUM, slots);
        row("low", hull.size(), LOW, slots);
        row("rig", hull.size(), RIG, dice.between(1, 3));
        hold("cargo", hull.size(), dice.between(1, 3), 900);
        if (hull.kind() == HullClass.INTERDICTOR) {
            row("bubble", 'S', HIGH + slots, 1);
        }
        if (hull.kind() == HullClass.CARRIER || hull.kind() == HullClass.SUPERCARRIER) {
            stack(dice.of(catalogue.modules("fighter", 'X')), FIGHTERS, dice.between(6, 27));
        } else if (hull.size() != 'X' && dice.percent(55)) {
            stack(dice.of(catalogue.modules("drone", hull.size())), DRONES, dice.between(1, 5));
        }
    }

    private void implants() {
        if (dice.percent(45)) {
            for (int i = dice.between(1, 4); i > 0; i--) {
                items.add(new Item(dice.of(catalogue.modules("implant", 'S')), IMPLANT, 0, 1, false, List.of()));
            }
        }
    }

    private void freight() {
        row("low", 'M', LOW, 2);
        hold("loot", 'M', dice.between(1, 5), 4_000);
        if (dice.percent(20)) {
            List<Item> inside = List.of(new Item(
                    dice.of(catalogue.modules("loot", 'M')),
                    CARGO,
                    0,
                    dice.between(1, 20),
                    dice.percent(50),
                    List.of()));
            items.add(new Item(CONTAINER, CARGO, 1, 1, inside.getFirst().dropped(), inside));
        }
    }

    private void mining() {
        row("mine", 'M', HIGH, dice.between(1, 2));
        row("med", 'S', MEDIUM, 2);
        row("low", 'S', LOW, 1);
        hold("loot", 'M', 1, 9_000);
    }

    private void row(String slot, char size, int firstFlag, int count) {
        List<Integer> choices = catalogue.modules(slot, size);
        for (int i = 0; i < count && !choices.isEmpty(); i++) {
            fitted(dice.of(choices), firstFlag + i);
        }
    }

    private void fitted(int typeId, int flag) {
        items.add(new Item(typeId, flag, 0, 1, dice.percent(48), List.of()));
    }

    private void hold(String slot, char size, int stacks, int most) {
        List<Integer> choices = catalogue.modules(slot, size);
        for (int i = 0; i < stacks && !choices.isEmpty(); i++) {
            int typeId = dice.of(choices);
            // nobody carries a thousand of what costs a fortune
            int limit = catalogue.price(typeId) > 1_000_000 ? 3 : most;
            stack(typeId, CARGO, dice.between(1, limit));
        }
    }

    /** A part of a stack survives, a part does not: two entries, as on real mails. */
    private void stack(int typeId, int flag, int quantity) {
        int survives = dice.below(quantity + 1);
        if (survives > 0) {
            items.add(new Item(typeId, flag, 0, survives, true, List.of()));
        }
        if (quantity > survives) {
            items.add(new Item(typeId, flag, 0, quantity - survives, false, List.of()));
        }
    }
}
