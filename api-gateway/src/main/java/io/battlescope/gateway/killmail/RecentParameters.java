package io.battlescope.gateway.killmail;

import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;

/** Filters of the latest killmails. */
record RecentParameters(
        @Parameter(description = "solar systems, separated by commas", explode = Explode.FALSE) @Size(max = 50)
        Set<@Positive Integer> systemId,

        @Parameter(description = "regions, separated by commas", explode = Explode.FALSE) @Size(max = 50)
        Set<@Positive Integer> regionId,

        @Parameter(description = "not older than this") Instant since,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
