package io.battlescope.view.battle;

import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which battles. All conditions hold together; of several values of one condition any will do. An empty set or {@code null}
 * is no condition.
 *
 * @param entities alliances, corporations, characters or ship types that took part
 * @param minIsk ISK destroyed, at least
 * @param startedAfter the first kill is at this time or later (UTC)
 * @param startedBefore the first kill is before this time (UTC)
 */
public record BattleFilter(
        Set<Integer> systemIds,
        Set<Integer> constellationIds,
        Set<Integer> regionIds,
        Set<SpaceType> spaceTypes,
        Set<SecurityBand> securityBands,
        Map<EntityKind, ? extends Set<Long>> entities,
        Integer minKills,
        Integer minPilots,
        BigDecimal minIsk,
        Set<BattleStatus> statuses,
        Instant startedAfter,
        Instant startedBefore) {

    public static final BattleFilter ANY = new BattleFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), null, null, null, Set.of(), null, null);

    /** Sorts what has no order and strips what has no meaning, so that equal filters are equal, also as text. */
    public BattleFilter {
        systemIds = sorted(systemIds);
        constellationIds = sorted(constellationIds);
        regionIds = sorted(regionIds);
        spaceTypes = sorted(spaceTypes);
        securityBands = sorted(securityBands);
        entities = sorted(entities);
        minIsk = minIsk == null ? null : minIsk.stripTrailingZeros();
        statuses = sorted(statuses);
    }

    private static <T extends Comparable<T>> SortedSet<T> sorted(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    private static Map<EntityKind, SortedSet<Long>> sorted(Map<EntityKind, ? extends Set<Long>> entities) {
        Map<EntityKind, SortedSet<Long>> sorted = new EnumMap<>(EntityKind.class);
        new TreeMap<>(entities).forEach((kind, ids) -> {
            if (!ids.isEmpty()) {
                sorted.put(kind, sorted(ids));
            }
        });
        return Collections.unmodifiableMap(sorted);
    }
}
