package io.battlescope.gateway.quarantine;

import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Filters of what was set aside. */
record QuarantineParameters(
        @Parameter(description = "reasons, separated by commas", explode = Explode.FALSE) @Size(max = 50)
        Set<@Pattern(regexp = "[A-Za-z0-9_.-]{1,64}", message = "is no reason code") String> code,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
