package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which killmails are accepted. Every condition has to hold; a list that denies stands over one that allows, and an empty list
 * says nothing.
 *
 * <p>Alliances, corporations and characters are one condition, as are systems and regions: a killmail that names something allowed
 * by any of their lists is allowed, and one that names something denied by any is refused. Victim and attackers count alike.
 *
 * @param minPilots least number of distinct player characters on the mail; {@code null} for no limit
 * @param minIsk least value in ISK; {@code null} for no limit. A mail without a value passes: unknown is not little
 * @param systems solar systems by id
 * @param securityBands bands of known space; a list that allows some lets nothing from other space pass
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ruleset(
        Integer minPilots,
        BigDecimal minIsk,
        Choice<Long> alliances,
        Choice<Long> corporations,
        Choice<Long> characters,
        Choice<Integer> systems,
        Choice<Integer> regions,
        Choice<SpaceType> spaceTypes,
        Choice<SecurityBand> securityBands) {

    /** Everything but abyssal and void space, where nobody can join a fight. */
    public static final Ruleset DEFAULT = new Ruleset(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Choice<>(Set.of(), Set.of(SpaceType.ABYSSAL, SpaceType.VOID)),
            null);

    public Ruleset {
        // 10.50 and 10.5 are equal rules
        minIsk = minIsk == null ? null : minIsk.stripTrailingZeros();
        alliances = orAny(alliances);
        corporations = orAny(corporations);
        characters = orAny(characters);
        systems = orAny(systems);
        regions = orAny(regions);
        spaceTypes = orAny(spaceTypes);
        securityBands = orAny(securityBands);
    }

    private static <T> Choice<T> orAny(Choice<T> choice) {
        return choice == null ? new Choice<>(Set.of(), Set.of()) : choice;
    }

    /**
     * What is allowed and what is denied.
     *
     * @param allow only these; empty for all
     * @param deny none of these
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Choice<T>(Set<T> allow, Set<T> deny) {

        public Choice {
            allow = sorted(allow);
            deny = sorted(deny);
        }

        /** Sorted, so that equal rules are written alike. */
        private static <T> Set<T> sorted(Set<T> values) {
            return values == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(values)));
        }
    }
}
