package io.battlescope.gateway.deadletter;

import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.processor.Wish;
import io.swagger.v3.oas.annotations.media.Schema;

/** Which dead letters are to be handled again: of one processor or stage, everything that all selectors hold for. */
record RetryRequest(
        @Schema(
                description = "the processor that has parked them, or the stage that has set them aside",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String processor,

        @Schema(description = "one sequence; all of the processor's unless told")
        String sequence,

        @Schema(description = "only sequences with this in their cause; for a stage, its code")
        String cause,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, how many that would be")
        Boolean dryRun)
        implements Wish {

    static final int MAX_CAUSE = 500;

    @Override
    @Schema(hidden = true)
    public Integer timeLimitSeconds() {
        return null;
    }

    @Override
    public void check(FieldErrors errors) {
        errors.require(Ids.possible(processor), "processor", processor == null ? "is missing" : Ids.EXPLAINED)
                .require(sequence == null || Ids.possible(sequence), "sequence", Ids.EXPLAINED);
        if (cause != null) {
            errors.requireText(cause, "cause", 1, MAX_CAUSE);
        }
    }
}
