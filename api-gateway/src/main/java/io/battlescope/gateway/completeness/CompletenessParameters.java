package io.battlescope.gateway.completeness;

import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;

/** The window of days. */
record CompletenessParameters(
        @Parameter(description = "first day; the earliest that was ever compared unless told")
        LocalDate from,

        @Parameter(description = "last day, inclusive; the latest that was ever compared unless told")
        LocalDate to,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same window")
        String cursor)
        implements Paging {}
