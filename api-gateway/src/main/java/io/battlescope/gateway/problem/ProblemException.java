package io.battlescope.gateway.problem;

import io.battlescope.gateway.problem.Problem.FieldProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal that the caller is told as it is. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldProblem> fieldErrors;
    private final Duration retryAfter;

    private ProblemException(ProblemCode code, String detail, List<FieldProblem> fieldErrors, Duration retryAfter) {
        // refusals are everyday business: no stack trace
        super(detail, null, false, false);
        this.code = code;
        this.fieldErrors = List.copyOf(fieldErrors);
        this.retryAfter = retryAfter;
    }

    public ProblemException(ProblemCode code, String detail, List<FieldProblem> fieldErrors) {
        this(code, detail, fieldErrors, null);
    }

    /** One that time heals. */
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        this(code, detail, List.of(), retryAfter);
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemCode code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    List<FieldProblem> fieldErrors() {
        return fieldErrors;
    }
}
