package io.battlescope.simulator.place;

import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SolarSystem;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.chance.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The map: real systems of some regions, sorted by what happens there. */
public final class Geography {

    /** Where the coalitions live, one after the other round the map; neighbours here are at war. */
    private static final List<List<String>> HOMES = List.of(
            List.of("Delve", "Querious"),
            List.of("Fountain", "Cloud Ring"),
            List.of("Deklein", "Branch"),
            List.of("Tribute", "Vale of the Silent"),
            List.of("Malpais", "The Kalevala Expanse"),
            List.of("Immensea", "Wicked Creek"),
            List.of("Catch", "Esoteria"));

    private static final Set<String> LOW = Set.of(
            "Heimatar", "Placid", "The Citadel", "Black Rise", "Devoid", "Sinq Laison", "Molden Heath", "Genesis");
    private static final Set<String> HIGH =
            Set.of("The Forge", "The Citadel", "Sinq Laison", "Domain", "Metropolis", "Genesis");
    private static final Instant IN_OUR_DAYS = Instant.parse("2025-01-01T00:00:00Z");

    private final List<List<Integer>> homes = new ArrayList<>();
    private final List<Integer> low;
    private final List<Integer> high;
    private final List<Integer> wormholes;
    private final List<Integer> pochven;
    private final List<Integer> abyss;
    private final Map<Integer, SolarSystem> systems = new HashMap<>();
    private final Map<Integer, List<Integer>> constellations = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    public Geography(Universe universe, long seed) {
        universe.systems().forEach(system -> {
            systems.put(system.id(), system);
            places.put(system.id(), universe.place(system.id(), IN_OUR_DAYS));
            constellations
                    .computeIfAbsent(system.constellationId(), _ -> new ArrayList<>())
                    .add(system.id());
        });
        Dice dice = Dice.of(seed, 0x4D4150L);
        for (List<String> regions : HOMES) {
            homes.add(shuffled(dice, system -> regions.contains(system.regionName())));
        }
        low = shuffled(dice, system -> LOW.contains(system.regionName()) && band(system) == SecurityBand.LOWSEC);
        high = shuffled(dice, system -> HIGH.contains(system.regionName()) && band(system) == SecurityBand.HIGHSEC);
        wormholes = shuffled(dice, system -> space(system) == SpaceType.WORMHOLE);
        pochven = shuffled(dice, system -> space(system) == SpaceType.POCHVEN);
        abyss = shuffled(dice, system -> space(system) == SpaceType.ABYSSAL);
    }

    /** Systems of a coalition, the busy ones first. */
    public List<Integer> home(int coalition) {
        return homes.get(coalition % homes.size());
    }

    public int lowSec(Dice dice) {
        return dice.favourite(low);
    }

    public int highSec(Dice dice) {
        return dice.favourite(high);
    }

    public int wormhole(Dice dice) {
        return dice.of(wormholes);
    }

    public int pochven(Dice dice) {
        return dice.favourite(pochven);
    }

    public int abyssal(Dice dice) {
        return dice.of(abyss);
    }

    public int nullSec(Dice dice) {
        return dice.favourite(homes.get(dice.below(homes.size())));
    }

    /** Where small fights happen: null and low most of all. */
    public int anywhereDangerous(Dice dice) {
        int roll = dice.below(100);
        if (roll < 45) {
            return nullSec(dice);
        }
        if (roll < 80) {
            return lowSec(dice);
        }
        return roll < 93 ? wormhole(dice) : pochven(dice);
    }

    /** Systems of the same constellation, itself first: where a roam passes through. */
    public List<Integer> around(int systemId) {
        List<Integer> route = new ArrayList<>(List.of(systemId));
        SolarSystem system = systems.get(systemId);
        constellations.get(system.constellationId()).stream()
                .filter(other -> other != systemId)
                .forEach(route::add);
        return route;
    }

    public boolean knows(int systemId) {
        return systems.containsKey(systemId);
    }

    public Place place(int systemId) {
        return places.get(systemId);
    }

    public String name(int systemId) {
        return systems.get(systemId).name();
    }

    private List<Integer> shuffled(Dice dice, Predicate<SolarSystem> wanted) {
        List<Integer> chosen = new ArrayList<>(systems.values().stream()
                .filter(wanted)
                .map(SolarSystem::id)
                .sorted()
                .toList());
        for (int i = chosen.size() - 1; i > 0; i--) {
            int other = dice.below(i + 1);
            Integer moved = chosen.set(i, chosen.get(other));
            chosen.set(other, moved);
        }
        return List.copyOf(chosen);
    }

    private SecurityBand band(SolarSystem system) {
        return places.get(system.id()).securityBand();
    }

    private SpaceType space(SolarSystem system) {
        return places.get(system.id()).spaceType();
    }
}
