package io.battlescope.gateway.act;

import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What is to be clustered anew. */
record ReclusterRequest(
        @Schema(description = "one solar system; everything unless told")
        Integer systemId,

        @Schema(description = "earliest kill") Instant from,
        @Schema(description = "latest kill") Instant to,

        @Schema(
                description = "`true` only tells what would change, `false` changes it",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Boolean dryRun,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {

    void check(FieldErrors errors) {
        errors.require(systemId == null || systemId > 0, "systemId", "must be greater than 0")
                .require(from == null || to == null || !from.isAfter(to), "to", "is before from")
                .require(dryRun != null, "dryRun", "is missing: true to be told what would change, false to change it");
    }

    String what() {
        return dryRun ? "recluster.dryRun" : "recluster";
    }

    String target() {
        return systemId == null ? "everything" : "system " + systemId;
    }
}
