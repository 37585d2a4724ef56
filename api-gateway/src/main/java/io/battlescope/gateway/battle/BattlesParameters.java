package io.battlescope.gateway.battle;

import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.gateway.page.Paging;
import io.battlescope.view.battle.BattleFilter;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleStatus;
import io.battlescope.view.battle.EntityKind;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Filters of the list of battles. All hold together; of several values, separated by commas, any will do. */
record BattlesParameters(
        @Parameter(description = "solar systems", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Integer> systemId,

        @Parameter(description = "regions", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Integer> regionId,

        @Parameter(description = "constellations", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Integer> constellationId,

        @Parameter(description = "kinds of space", explode = Explode.FALSE)
        Set<SpaceType> spaceType,

        @Parameter(
                description = "security bands of known space; `high`, `low` and `null` are understood too",
                explode = Explode.FALSE)
        Set<SecurityBand> security,

        @Parameter(description = "alliances that took part", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Long> allianceId,

        @Parameter(description = "corporations that took part", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Long> corporationId,

        @Parameter(description = "characters who took part", explode = Explode.FALSE) @Size(max = MAX_VALUES)
        Set<@Positive Long> characterId,

        @Parameter(description = "types of ships that were flown or lost", explode = Explode.FALSE)
        @Size(max = MAX_VALUES)
        Set<@Positive Long> shipTypeId,

        @Parameter(description = "killmails, at least") @PositiveOrZero
        Integer minKills,

        @Parameter(description = "pilots, at least") @PositiveOrZero
        Integer minPilots,

        @Parameter(description = "ISK destroyed, at least") BigDecimal minIsk,

        @Parameter(
                description = "`ongoing` while a battle may still grow, `ended` once the feed has gone on without it")
        Set<BattleStatus> status,

        @Parameter(description = "the first kill is at this time or later")
        Instant startedAfter,

        @Parameter(description = "the first kill is before this time")
        Instant startedBefore,

        @Parameter(description = "order; `-endTime`, newest activity first, unless told")
        BattleSort sort,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters and order")
        String cursor)
        implements Paging {

    private static final int MAX_VALUES = 50;

    BattleFilter filter() {
        return new BattleFilter(
                some(systemId),
                some(constellationId),
                some(regionId),
                some(spaceType),
                some(security),
                Map.of(
                        EntityKind.ALLIANCE, some(allianceId),
                        EntityKind.CORPORATION, some(corporationId),
                        EntityKind.CHARACTER, some(characterId),
                        EntityKind.SHIP, some(shipTypeId)),
                minKills,
                minPilots,
                minIsk,
                some(status),
                startedAfter,
                startedBefore);
    }

    BattleSort order() {
        return sort == null ? BattleSort.NEWEST_ACTIVITY : sort;
    }

    private static <T> Set<T> some(Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
