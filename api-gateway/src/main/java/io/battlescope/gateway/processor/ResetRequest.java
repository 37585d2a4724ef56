package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Times;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/** Where a processor is to go on from. */
@Schema(name = "ProcessorResetRequest")
record ResetRequest(
        @Schema(
                description =
                        "the beginning of its topic, behind its last record, the first records not older than `at`, or `offsets`",
                requiredMode = Schema.RequiredMode.REQUIRED)
        ResetTo to,

        @Schema(description = "for `instant`: by the records' own times")
        Instant at,

        @Schema(description = "for `offsets`: the next to be handled, by partition; partitions not named stay")
        Map<Integer, Long> offsets,

        @Schema(description = "empties what the processor keeps first. Only for `start`, where it is so unless told")
        Boolean clear,

        @Schema(
                description =
                        "allows that events are passed over that were never handled; refused (RESET_WOULD_SKIP) otherwise")
        Boolean skip,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(
                description =
                        "only says, in the act's figures, how many events would be handled again or passed over, and how long that takes")
        Boolean dryRun,

        @Schema(
                description =
                        "how long it may wait before it takes effect, at most 3,600; refused then (TIME_LIMIT), and nothing has changed")
        Integer timeLimitSeconds)
        implements Wish {

    @Override
    public void check(FieldErrors errors) {
        Wish.super.check(errors);
        errors.require(to != null, "to", "is missing")
                .require(at == null || to == ResetTo.INSTANT, "at", "is for instant alone")
                .require(at != null || to != ResetTo.INSTANT, "at", "is missing")
                .require(offsets == null || to == ResetTo.OFFSETS, "offsets", "is for offsets alone")
                .require(offsets != null && !offsets.isEmpty() || to != ResetTo.OFFSETS, "offsets", "is missing")
                .require(
                        offsets == null || offsets.entrySet().stream().allMatch(ResetRequest::isPossible),
                        "offsets",
                        "has partitions or offsets below 0")
                .require(clear == null || to == ResetTo.START, "clear", "is for start alone");
        Times.check(at, "at", errors);
    }

    private static boolean isPossible(Map.Entry<Integer, Long> one) {
        return one.getKey() >= 0 && one.getValue() != null && one.getValue() >= 0;
    }

    /** Whether it begins with nothing. */
    boolean empties() {
        return to == ResetTo.START && !Boolean.FALSE.equals(clear);
    }

    ProcessorAct act() {
        return new ProcessorAct.Reset(to, at, offsets, empties(), Boolean.TRUE.equals(skip));
    }
}
