package io.battlescope.gateway.key;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.body.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** The key that is wanted. */
record KeyRequest(
        @Schema(
                description = "who or what will show it; the audit names it so",
                pattern = "[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String name,

        @Schema(description = "the most it opens", requiredMode = Schema.RequiredMode.REQUIRED)
        Role role,

        @Schema(description = "how long it is good, 1 to 3,650 days; for ever unless told")
        Integer expiresInDays,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}");
    private static final int MAX_DAYS = 3_650;

    void check(FieldErrors errors) {
        errors.require(
                        name != null && NAME.matcher(name).matches(),
                        "name",
                        "has to have 1 to 64 letters, digits, spaces or ._@-, and begins with a letter or a digit")
                .require(role != null, "role", "is missing: viewer, operator or admin")
                .require(
                        expiresInDays == null || (expiresInDays >= 1 && expiresInDays <= MAX_DAYS),
                        "expiresInDays",
                        "has to be 1 to " + MAX_DAYS)
                .requireText(reason, "reason", 1, KeyReason.MAX_LENGTH);
    }
}
