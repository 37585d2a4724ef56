package io.battlescope.gateway.backfill;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a backfill is paused, resumed or cancelled. */
record StepRequest(
        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {}
