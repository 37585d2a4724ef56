package io.battlescope.gateway.problem;

import io.battlescope.gateway.problem.Problem.FieldProblem;
import java.util.List;

/** A refusal that the caller is told as it is. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldProblem> fieldErrors;

    public ProblemException(ProblemCode code, String detail, List<FieldProblem> fieldErrors) {
        // refusals are everyday business: no stack trace
        super(detail, null, false, false);
        this.code = code;
        this.fieldErrors = List.copyOf(fieldErrors);
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemCode code() {
        return code;
    }

    List<FieldProblem> fieldErrors() {
        return fieldErrors;
    }
}
