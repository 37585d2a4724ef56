package io.battlescope.api.universe;

import io.battlescope.api.killmail.Place;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Systems and types as shipped with the build; immutable once loaded. */
public final class Universe {

    private final ById<SolarSystem> systems;
    private final ById<ItemType> types;

    private Universe(ById<SolarSystem> systems, ById<ItemType> types) {
        this.systems = systems;
        this.types = types;
    }

    /** Loads the files that ship with the build; takes a moment, do it once. */
    public static Universe load() {
        return new Universe(
                new ById<>(TableFile.read("systems.tsv.gz", Universe::system), SolarSystem::id),
                new ById<>(TableFile.read("types.tsv.gz", Universe::type), ItemType::id));
    }

    public Optional<SolarSystem> system(int systemId) {
        return systems.find(systemId);
    }

    public Optional<ItemType> type(int typeId) {
        return types.find(typeId);
    }

    /** All shipped systems, by ascending id. */
    public Stream<SolarSystem> systems() {
        return systems.all().stream();
    }

    /** All shipped types, by ascending id. */
    public Stream<ItemType> types() {
        return types.all().stream();
    }

    /**
     * Classifies a system at the time of a kill; works for unknown systems by id range. A k-space system has no security band
     * where its true security status then is not known: when the system is not shipped, and in what later became Pochven,
     * since the shipped −1.0 is Pochven's.
     */
    public Place place(int systemId, Instant at) {
        SpaceType space = SpaceRules.spaceOf(systemId);
        return system(systemId)
                .map(system -> place(system, space, at))
                .orElseGet(() -> new Place(systemId, null, null, space, null));
    }

    private static Place place(SolarSystem system, SpaceType space, Instant at) {
        if (SpaceRules.isPochven(system)) {
            return at(system, SpaceRules.pochvenExisted(at) ? SpaceType.POCHVEN : SpaceType.KSPACE, null);
        }
        return at(system, space, space == SpaceType.KSPACE ? SpaceRules.bandOf(system.security()) : null);
    }

    private static Place at(SolarSystem system, SpaceType space, SecurityBand band) {
        return new Place(system.id(), system.constellationId(), system.regionId(), space, band);
    }

    private static SolarSystem system(TableRow row) {
        return new SolarSystem(
                row.number(),
                row.text(),
                row.decimal(),
                row.number(),
                row.sharedText(),
                row.number(),
                row.sharedText(),
                row.numberOrNull());
    }

    private static ItemType type(TableRow row) {
        return new ItemType(row.number(), row.text(), row.number(), row.sharedText(), row.number());
    }
}
