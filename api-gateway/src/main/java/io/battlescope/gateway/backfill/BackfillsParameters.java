package io.battlescope.gateway.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;

/** Filters of the list of backfills. */
record BackfillsParameters(
        @Parameter(description = "how far they are, separated by commas", explode = Explode.FALSE)
        Set<BackfillJob.Status> status,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
