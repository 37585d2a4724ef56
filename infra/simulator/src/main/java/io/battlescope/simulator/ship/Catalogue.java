package io.battlescope.simulator.ship;

import io.battlescope.simulator.chance.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Hulls and modules of the game with a price of the right order, as listed in two tables beside this class. */
public final class Catalogue {

    private final Map<HullClass, List<Hull>> hulls = new EnumMap<>(HullClass.class);
    private final Map<String, Hull> byName = new HashMap<>();
    private final Map<String, List<Integer>> modules = new HashMap<>();
    private final Map<Integer, Double> prices = new HashMap<>();

    public Catalogue() {
        for (String[] cells : table("hulls.tsv")) {
            Hull hull = new Hull(
                    HullClass.of(cells[0]),
                    cells[1].charAt(0),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    cells[6]);
            hulls.computeIfAbsent(hull.kind(), _ -> new ArrayList<>()).add(hull);
            byName.putIfAbsent(hull.name(), hull);
            prices.put(hull.typeId(), Double.parseDouble(cells[5]));
        }
        for (String[] cells : table("modules.tsv")) {
            int typeId = Integer.parseInt(cells[2]);
            modules.computeIfAbsent(cells[0] + cells[1], _ -> new ArrayList<>()).add(typeId);
            prices.put(typeId, Double.parseDouble(cells[3]));
        }
    }

    public List<Hull> all(HullClass kind) {
        return hulls.get(kind);
    }

    public Hull any(HullClass kind, Dice dice) {
        return dice.of(hulls.get(kind));
    }

    public Hull named(String name) {
        Hull hull = byName.get(name);
        if (hull == null) {
            throw new NoSuchElementException("No hull is called " + name + ".");
        }
        return hull;
    }

    /** Types that fit a slot of a size; empty when there are none. */
    List<Integer> modules(String slot, char size) {
        return modules.getOrDefault(slot + size, List.of());
    }

    /** ISK; 0 for what is not listed. */
    public double price(int typeId) {
        return prices.getOrDefault(typeId, 0.0);
    }

    /** All types that have a price. */
    public Collection<Integer> priced() {
        return prices.keySet();
    }

    private static List<String[]> table(String name) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Catalogue.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read.", e);
        }
    }
}
