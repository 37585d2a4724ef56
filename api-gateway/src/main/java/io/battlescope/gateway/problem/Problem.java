package io.battlescope.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The body of every error. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(description = "where the code is explained") String type,

        String title,
        int status,

        @Schema(description = "stable; branch on this one") ProblemCode code,

        @Schema(description = "for people") String detail,

        @Schema(description = "path of the request") String instance,

        @Schema(description = "finds the request in the server's logs")
        String traceId,

        @Schema(description = "which parameters, and why") List<FieldProblem> fieldErrors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String ATTRIBUTE = Problem.class.getName();

    public static Problem of(
            ProblemCode code, String detail, String instance, String traceId, List<FieldProblem> fieldErrors) {
        return new Problem(
                code.type(),
                code.title(),
                code.status().value(),
                code,
                detail,
                instance,
                traceId,
                List.copyOf(fieldErrors));
    }

    /** What the caller was told, if it was a problem. */
    public static Optional<Problem> toldTo(HttpServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(ATTRIBUTE));
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What is wrong with a parameter. */
    public record FieldProblem(String field, String reason) {}
}
