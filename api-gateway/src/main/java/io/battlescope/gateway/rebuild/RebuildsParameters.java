package io.battlescope.gateway.rebuild;

import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Filters of the list of rebuilds. */
record RebuildsParameters(
        @Parameter(description = "rebuilds of this processor alone")
        String processor,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
