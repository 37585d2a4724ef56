package io.battlescope.gateway.page;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A list without filters. */
public record PageParameters(
        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before")
        String cursor)
        implements Paging {}
