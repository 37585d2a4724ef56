package io.battlescope.gateway.battle;

import io.battlescope.gateway.http.RequestParameters;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;

/** What one battle can be asked for. */
record BattleParameters(
        @Parameter(
                description =
                        "the battle as it was known at this time, which is not in the future; today's unless told")
        Instant asOf)
        implements RequestParameters {}
