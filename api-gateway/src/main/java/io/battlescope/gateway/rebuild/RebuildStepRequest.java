package io.battlescope.gateway.rebuild;

import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.processor.Wish;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why something is done to a rebuild. */
record RebuildStepRequest(
        @Schema(
                description =
                        "for a switch: although both versions do not say the same, for that is how a wrong one is mended")
        Boolean acceptDifferences,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(
                description =
                        "how long it may wait before it takes effect, at most 3,600; refused then (TIME_LIMIT), and nothing has changed")
        Integer timeLimitSeconds,

        @Schema(description = "only says whether it would be done")
        Boolean dryRun)
        implements Wish {

    void check(RebuildStep step, FieldErrors errors) {
        errors.require(
                acceptDifferences == null || step == RebuildStep.SWITCH, "acceptDifferences", "is for a switch alone");
    }

    boolean acceptsDifferences() {
        return Boolean.TRUE.equals(acceptDifferences);
    }
}
