package io.battlescope.gateway.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.act.ActView;
import io.swagger.v3.oas.annotations.media.Schema;

/** An act that was handed over. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedAct(
        @Schema(description = "names the act") String actId,

        @Schema(
                description = "`pending`, for whoever carries it out decides; `done` where the caller wanted to wait"
                        + " (`Prefer: wait=10`) and it has ended in time; one that was refused by then is a problem")
        ActStatus status,

        Links links,

        @Schema(description = "the act at its end, where the caller waited for that")
        ActView outcome) {

    /** Where to go from here. */
    public record Links(
            @Schema(description = "what came of the act; the same as `Location`")
            String act) {}
}
