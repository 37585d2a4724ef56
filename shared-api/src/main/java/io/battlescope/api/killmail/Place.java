package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;

/**
 * Where it happened.
 *
 * @param constellationId {@code null} for a system that the shipped universe does not know
 * @param regionId {@code null} likewise; for Pochven the region that the system belonged to at the time of the kill is not
 *     known to static data, so it is today's
 * @param securityBand only k-space has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(
        int systemId, Integer constellationId, Integer regionId, SpaceType spaceType, SecurityBand securityBand) {}
