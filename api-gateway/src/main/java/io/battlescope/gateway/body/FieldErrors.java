package io.battlescope.gateway.body;

import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with a request, so that its sender is told at once. */
public final class FieldErrors {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Notes what is wrong with a field unless it is right. */
    public FieldErrors require(boolean right, String field, String otherwise) {
        if (!right) {
            problems.add(new FieldProblem(field, otherwise));
        }
        return this;
    }

    /** A text of this many characters; {@code null} is none. */
    public FieldErrors requireText(String text, String field, int min, int max) {
        int length = text == null ? 0 : text.strip().length();
        return require(
                text != null && length >= min && length <= max,
                field,
                text == null ? "is missing" : "has to have " + min + " to " + max + " characters");
    }

    /**
     * Ends the request when something is wrong.
     *
     * @throws ProblemException naming every field
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemCode.PARAMETER_INVALID, "See fieldErrors.", problems);
        }
    }
}
