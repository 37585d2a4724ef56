package io.battlescope.gateway.ruleset;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;

/** Rules to accept killmails by from now on. */
record RulesetRequest(
        @Schema(
                description = "all of the rules; what is left out is of no account",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Ruleset ruleset,

        @Schema(
                description =
                        "number of the ruleset that you saw in force: the act is refused (RULESET_CHANGED) when it is another")
        Integer expectedVersion,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {

    void check(FieldErrors errors) {
        RulesetCheck.check(ruleset, errors);
        errors.require(expectedVersion == null || expectedVersion > 0, "expectedVersion", "must be greater than 0");
    }
}
