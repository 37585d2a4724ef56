package io.battlescope.gateway.access;

import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A token that does not open, or cannot be judged just now; the problem is for the caller. */
final class LoginRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final ProblemException problem;

    private LoginRefusedException(ProblemException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    LoginRefusedException(ProblemCode code, String detail) {
        this(new ProblemException(code, detail));
    }

    LoginRefusedException(ProblemCode code, String detail, Duration retryAfter) {
        this(new ProblemException(code, detail, retryAfter));
    }

    ProblemException problem() {
        return problem;
    }

    /** Whether it may have been tried at random. */
    boolean isGuess() {
        return problem.code() == ProblemCode.UNAUTHORIZED;
    }
}
