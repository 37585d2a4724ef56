package io.battlescope.gateway.key;

import io.swagger.v3.oas.annotations.Parameter;

/** Why a key is revoked. */
record KeyReason(
        @Parameter(description = "why, in 1 to 2,000 characters", required = true)
        String reason) {

    static final int MAX_LENGTH = 2_000;
}
