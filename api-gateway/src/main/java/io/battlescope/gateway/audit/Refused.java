package io.battlescope.gateway.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.gateway.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the audit is to know of a refused request: who, what and why, and nothing that could be a secret. */
final class Refused {

    private static final int MAX_LENGTH = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private Refused() {}

    /** @param leftOut refusals before this one that nothing is written down of */
    static ActOutcome outcome(
            HttpServletRequest request, Optional<Caller> caller, Problem problem, Instant begin, long leftOut) {
        return new ActOutcome(
                UUID.randomUUID().toString(),
                0,
                1,
                isLogin(problem.code()) ? "access.login" : "access.request",
                // the query may hold what a person wrote; the path holds ids alone
                limited(request.getMethod() + " " + request.getRequestURI()),
                actor(request, caller),
                null,
                begin,
                begin,
                ActStatus.REFUSED,
                problem.code().name(),
                detail(problem),
                leftOut == 0 ? Map.of() : Map.of("leftOutBefore", leftOut),
                Map.of(),
                Map.of(),
                caller.map(Caller::role).orElse(null));
    }

    private static boolean isLogin(ProblemCode code) {
        return switch (code) {
            case UNAUTHORIZED, TOO_MANY_FAILED_LOGINS, ADMIN_CLOSED -> true;
            default -> false;
        };
    }

    private static String actor(HttpServletRequest request, Optional<Caller> caller) {
        return caller.map(known -> limited(known.name()))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> "anonymous from " + request.getRemoteAddr());
    }

    private static String detail(Problem problem) {
        List<FieldProblem> fields = problem.fieldErrors();
        return fields.isEmpty()
                ? problem.detail()
                : fields.stream().map(one -> one.field() + " " + one.reason()).collect(Collectors.joining("; "));
    }

    private static String limited(String text) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.length() <= MAX_LENGTH ? printable : printable.substring(0, MAX_LENGTH) + "…";
    }
}
