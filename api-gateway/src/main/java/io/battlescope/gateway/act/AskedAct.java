package io.battlescope.gateway.act;

import io.battlescope.api.battle.ActStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** An act that was handed over. */
public record AskedAct(
        @Schema(description = "names the act") String actId,

        @Schema(description = "always `pending`: whoever carries it out decides")
        ActStatus status,

        Links links) {

    /** Where to go from here. */
    public record Links(
            @Schema(description = "what came of the act; the same as `Location`")
            String act) {}
}
