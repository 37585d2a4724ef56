package io.battlescope.gateway.deadletter;

import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.processor.Wish;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** Which dead letters are to be thrown away: of one processor or stage, everything that all selectors hold for. */
record EvictRequest(
        @Schema(
                description = "the processor that has parked them, or the stage that has set them aside",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String processor,

        @Schema(description = "one sequence") String sequence,

        @Schema(description = "one event") String letterId,

        @Schema(description = "only sequences with this in their cause")
        String cause,

        @Schema(description = "`true` for everything of the processor, instead of selectors")
        Boolean all,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, how many that would be")
        Boolean dryRun)
        implements Wish {

    private static final Pattern LETTER = Pattern.compile("[0-9]{1,18}");

    @Override
    @Schema(hidden = true)
    public Integer timeLimitSeconds() {
        return null;
    }

    @Override
    public void check(FieldErrors errors) {
        boolean everything = Boolean.TRUE.equals(all);
        boolean selected = sequence != null || letterId != null || cause != null;
        errors.require(Ids.possible(processor), "processor", processor == null ? "is missing" : Ids.EXPLAINED)
                .require(sequence == null || Ids.possible(sequence), "sequence", Ids.EXPLAINED)
                .require(letterId == null || LETTER.matcher(letterId).matches(), "letterId", "is no letterId")
                .require(!everything || !selected, "all", "is everything; leave the selectors out, or this")
                .require(everything || selected, "all", "is missing: name sequence, letterId or cause, or say true");
        if (cause != null) {
            errors.requireText(cause, "cause", 1, RetryRequest.MAX_CAUSE);
        }
    }
}
