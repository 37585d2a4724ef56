package io.battlescope.gateway.processor;

import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;

/** How long the instance that holds a segment is to leave it to others. */
@Schema(name = "SegmentReleaseRequest")
record ReleaseRequest(
        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, what would be done")
        Boolean dryRun,

        @Schema(
                description =
                        "how long it may wait before it takes effect, at most 3,600; refused then (TIME_LIMIT), and nothing has changed")
        Integer timeLimitSeconds,

        @Schema(description = "how long its holder does not take it again, at most 3,600; 60 unless told")
        Integer seconds)
        implements Wish {

    private static final int DEFAULT_SECONDS = 60;

    @Override
    public void check(FieldErrors errors) {
        Wish.super.check(errors);
        errors.require(
                seconds == null || seconds >= 1 && seconds <= LONGEST_SECONDS,
                "seconds",
                "has to be 1 to " + LONGEST_SECONDS);
    }

    int pause() {
        return seconds == null ? DEFAULT_SECONDS : seconds;
    }
}
