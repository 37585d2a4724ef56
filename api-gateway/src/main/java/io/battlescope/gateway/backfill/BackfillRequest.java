package io.battlescope.gateway.backfill;

import io.battlescope.gateway.body.Days;
import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** Which days are to be filled from history, and why. */
record BackfillRequest(
        @Schema(description = "first day of kill time (UTC)", requiredMode = Schema.RequiredMode.REQUIRED)
        LocalDate from,

        @Schema(description = "last day, inclusive", requiredMode = Schema.RequiredMode.REQUIRED)
        LocalDate to,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {

    void check(FieldErrors errors) {
        Days.check(from, to, errors);
    }
}
