package io.battlescope.gateway.ruleset;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;

/** Rules to try out on the last day. */
record PreviewRequest(
        @Schema(
                description = "all of the rules; what is left out is of no account",
                requiredMode = Schema.RequiredMode.REQUIRED)
        Ruleset ruleset,

        @Schema(description = "why, in 1 to 2,000 characters; need not be told")
        String reason) {

    private static final String NO_REASON = "To see what they would do";

    PreviewRequest {
        // nothing changes, so nobody has to account for it
        reason = reason == null ? NO_REASON : reason;
    }

    void check(FieldErrors errors) {
        RulesetCheck.check(ruleset, errors);
    }
}
