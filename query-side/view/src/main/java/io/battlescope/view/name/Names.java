package io.battlescope.view.name;

import io.battlescope.api.universe.ItemType;
import io.battlescope.api.universe.SolarSystem;
import io.battlescope.api.universe.Universe;
import java.util.Optional;
import java.util.function.Function;

/** Names of places and types. */
public final class Names {

    private final Universe universe;

    public Names(Universe universe) {
        this.universe = universe;
    }

    /** The names of a system, its constellation and its region; the ids of the latter two can be unknown ({@code null}). */
    public PlaceNames place(int systemId, Integer constellationId, Integer regionId) {
        Optional<SolarSystem> system = universe.system(systemId);
        return new PlaceNames(
                nameOr(system, SolarSystem::name, systemId),
                nameOr(system, SolarSystem::constellationName, constellationId),
                nameOr(system, SolarSystem::regionName, regionId));
    }

    public String system(int systemId) {
        return nameOr(universe.system(systemId), SolarSystem::name, systemId);
    }

    /** The name of a type; {@code null} when the mail names no type. */
    public String type(Integer typeId) {
        return typeId == null ? null : nameOr(universe.type(typeId), ItemType::name, typeId);
    }

    private static <T> String nameOr(Optional<T> known, Function<T, String> name, Integer id) {
        return known.map(name).orElse(id == null ? null : id.toString());
    }

    /** The region and constellation are {@code null} where even their ids are unknown. */
    public record PlaceNames(String system, String constellation, String region) {}
}
