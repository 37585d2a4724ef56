package io.battlescope.gateway.processor;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why something is done to a processor. */
@Schema(name = "ProcessorStepRequest")
record StepRequest(
        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, what would be done")
        Boolean dryRun,

        @Schema(
                description =
                        "how long it may wait before it takes effect, at most 3,600; refused then (TIME_LIMIT), and nothing has changed")
        Integer timeLimitSeconds)
        implements Wish {}
