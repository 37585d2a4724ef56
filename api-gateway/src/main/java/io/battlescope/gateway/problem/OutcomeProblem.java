package io.battlescope.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.view.act.ActView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/** A problem for whoever waits for the end of an act that its service refuses. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OutcomeProblem(
        @Schema(description = "explains the code; relative to this server")
        String type,

        @Schema(description = "for people") String title,
        int status,

        @Schema(description = "the act's, stable; branch on this one")
        String code,

        @Schema(description = "for people") String detail,

        @Schema(description = "path of the request") String instance,

        @Schema(description = "finds the request in the server's logs")
        String traceId,

        @Schema(description = "the act at its end") ActView outcome) {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int INTERNAL = 500;

    /** What is not right at any time, and not only as things are. */
    private static final Set<String> NEVER_RIGHT =
            Set.of("INSTANT_OUTSIDE_LOG", "OFFSETS_INVALID", "RANGE_INVALID", "RULESET_INVALID", "TEXT_INVALID");

    static OutcomeProblem of(ActView refused, String instance, String traceId) {
        return new OutcomeProblem(
                ProblemCode.EXPLANATIONS + refused.code(),
                "The act was refused",
                status(refused.code()),
                refused.code(),
                refused.detail(),
                instance,
                traceId,
                refused);
    }

    private static int status(String code) {
        if ("FAILED".equals(code)) {
            return INTERNAL;
        }
        return NEVER_RIGHT.contains(code) ? UNPROCESSABLE : CONFLICT;
    }
}
