package io.battlescope.api.universe;

/**
 * A solar system of the static data.
 *
 * @param security true security status, unrounded
 * @param constellationName {@code null} where the shipped data knows the id alone (Exordium)
 * @param wormholeClass CCP's class code; {@code null} where there is none. Not usable as a space type in k-space
 */
public record SolarSystem(
        int id,
        String name,
        double security,
        int constellationId,
        String constellationName,
        int regionId,
        String regionName,
        Integer wormholeClass) {}
