package io.battlescope.gateway.overlay;

import io.battlescope.gateway.http.RequestParameters;
import io.swagger.v3.oas.annotations.Parameter;

/** Why an act is taken back. */
record UndoParameters(
        @Parameter(description = "why, in 1 to 2,000 characters", required = true)
        String reason) implements RequestParameters {}
