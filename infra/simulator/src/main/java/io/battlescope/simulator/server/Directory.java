package io.battlescope.simulator.server;

import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.people.Alliance;
import io.battlescope.simulator.people.Corporation;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.people.Population;
import java.util.Map;
import java.util.Optional;

/** What ids are called. */
final class Directory {

    /** The schools, and those whom nobody flies for. */
    private static final Map<Long, String> NPC_CORPORATIONS = Map.ofEntries(
            Map.entry(1_000_044L, "School of Applied Knowledge"),
            Map.entry(1_000_115L, "University of Caille"),
            Map.entry(1_000_124L, "Archangels"),
            Map.entry(1_000_125L, "CONCORD"),
            Map.entry(1_000_127L, "Guristas"),
            Map.entry(1_000_135L, "Serpentis Corporation"),
            Map.entry(1_000_165L, "Hedion University"),
            Map.entry(1_000_166L, "Imperial Academy"),
            Map.entry(1_000_167L, "State War Academy"),
            Map.entry(1_000_168L, "Federal Navy Academy"),
            Map.entry(1_000_169L, "Center for Advanced Studies"),
            Map.entry(1_000_170L, "Republic Military School"));

    private static final Map<Long, String> FACTIONS = Map.of(
            500_010L,
            "Guristas Pirates",
            500_011L,
            "Angel Cartel",
            500_020L,
            "Serpentis",
            500_026L,
            "Triglavian Collective");

    private final Population people;
    private final Universe universe;

    record Entry(String name, String category) {}

    Directory(Population people, Universe universe) {
        this.people = people;
        this.universe = universe;
    }

    Optional<Entry> find(long id) {
        Optional<Entry> group = people.alliance(id)
                .map(Alliance::name)
                .map(name -> new Entry(name, "alliance"))
                .or(() -> corporation(id).map(name -> new Entry(name, "corporation")));
        return group.or(() -> people.pilot(id).map(this::entry))
                .or(() -> Optional.ofNullable(FACTIONS.get(id)).map(name -> new Entry(name, "faction")))
                .or(() -> id > Integer.MAX_VALUE ? Optional.empty() : still((int) id));
    }

    private Optional<String> corporation(long id) {
        return people.corporation(id).map(Corporation::name).or(() -> Optional.ofNullable(NPC_CORPORATIONS.get(id)));
    }

    private Entry entry(Pilot pilot) {
        return new Entry(people.nameOf(pilot), "character");
    }

    private Optional<Entry> still(int id) {
        return universe.system(id)
                .map(system -> new Entry(system.name(), "solar_system"))
                .or(() -> universe.type(id).map(type -> new Entry(type.name(), "inventory_type")));
    }
}
