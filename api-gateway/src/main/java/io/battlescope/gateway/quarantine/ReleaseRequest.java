package io.battlescope.gateway.quarantine;

import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** What is to be let out of quarantine: everything that all of its selectors hold for. */
record ReleaseRequest(
        @Schema(description = "`source` of the letters: the feed they came from")
        String source,

        @Schema(description = "`position` of one letter of that source")
        Long position,

        @Schema(description = "`code` of the letters: the reason they were set aside for")
        String code,

        @Schema(description = "`true` for everything in quarantine, instead of selectors")
        Boolean all,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {

    private static final int MAX_SOURCE = 1_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    void check(FieldErrors errors) {
        if (source != null) {
            errors.requireText(source, "source", 1, MAX_SOURCE);
        }
        boolean everything = Boolean.TRUE.equals(all);
        boolean selected = source != null || position != null || code != null;
        errors.require(position == null || position >= 0, "position", "must be greater than or equal to 0")
                .require(position == null || source != null, "position", "is of no source; name the source too")
                .require(code == null || CODE.matcher(code).matches(), "code", "is no reason code")
                .require(!everything || !selected, "all", "is everything; leave the selectors out, or this")
                .require(everything || selected, "all", "is missing: name source, position or code, or say true");
    }
}
