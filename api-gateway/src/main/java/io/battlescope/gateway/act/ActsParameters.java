package io.battlescope.gateway.act;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/** Filters of the list of acts. */
record ActsParameters(
        @Parameter(description = "acts on this battle alone")
        @Pattern(regexp = "[A-Za-z0-9_.:-]{1,100}", message = Ids.EXPLAINED)
        String battleId,

        @Parameter(description = "how far they are, separated by commas", explode = Explode.FALSE)
        Set<ActStatus> status,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {}
