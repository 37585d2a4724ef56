package io.battlescope.gateway.deadletter;

import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Filters of sequences. */
record DeadLettersParameters(
        @Parameter(description = "only what this processor has parked, or the stage of this name has set aside")
        @Pattern(regexp = "[A-Za-z0-9_.:-]{1,100}", message = "is no name of a processor")
        String processor,

        @Parameter(description = "only what this stage of the pipeline has set aside")
        @Pattern(regexp = "[A-Za-z0-9_.:-]{1,100}", message = "is no name of a stage")
        String stage,

        @Parameter(description = "only this reason code")
        @Pattern(regexp = "[A-Za-z0-9_.-]{1,64}", message = "is no reason code")
        String code,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
