package io.battlescope.gateway.rebuild;

import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.processor.Wish;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is to be built anew. */
record RebuildRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String processor,

        @Schema(description = "switches by itself once both versions say the same, which is so unless told")
        Boolean switchWhenEqual,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, what would be built, and how long that takes")
        Boolean dryRun)
        implements Wish {

    @Override
    @Schema(hidden = true)
    public Integer timeLimitSeconds() {
        return null;
    }

    @Override
    public void check(FieldErrors errors) {
        errors.require(processor != null, "processor", "is missing");
    }

    boolean switches() {
        return !Boolean.FALSE.equals(switchWhenEqual);
    }
}
