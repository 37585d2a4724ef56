package io.battlescope.gateway.audit;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.page.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/** Filters of the audit. */
record AuditParameters(
        @Parameter(description = "who: a key's name, a token's subject, `anonymous from 192.0.2.1`")
        @Pattern(regexp = TEXT, message = EXPLAINED)
        String actor,

        @Parameter(description = "the kind of act, such as `processor.reset`, `access.key.revoke` or `access.login`")
        @Pattern(regexp = TEXT, message = EXPLAINED)
        String what,

        @Parameter(description = "what it was done to") @Pattern(regexp = TEXT, message = EXPLAINED)
        String target,

        @Parameter(description = "what came of it: `done` or `refused`")
        ActStatus outcome,

        @Parameter(description = "earliest decision") Instant from,
        @Parameter(description = "latest decision") Instant to,

        @Parameter(description = "items at most; 20 unless told") @Min(1) @Max(100)
        Integer limit,

        @Parameter(description = "`nextCursor` of the page before, with the same filters")
        String cursor)
        implements Paging {

    private static final String TEXT = "\\P{C}{1,300}";
    private static final String EXPLAINED = "has to have 1 to 300 printable characters";
}
