package io.battlescope.gateway.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.admin.Attempt;
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
    private static final int MAX_REASON = 2_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private Refused() {}

    /** @param leftOut refusals before this one that nothing is written down of */
    static ActOutcome outcome(
            HttpServletRequest request, Optional<Caller> caller, Problem problem, Instant begin, long leftOut) {
        Attempt attempt = Attempt.find(request).orElse(new Attempt(null, null, null));
        // the query may hold what a person wrote; the path holds ids alone
        String path = request.getMethod() + " " + request.getRequestURI();
        return new ActOutcome(
                UUID.randomUUID().toString(),
                0,
                0,
                attempt.what() == null ? whatOf(problem.code()) : attempt.what(),
                limited(attempt.target() == null ? path : attempt.target()),
                actor(request, caller),
                attempt.reason() == null ? null : limited(attempt.reason(), MAX_REASON),
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

    /** What was refused before it was read. */
    private static String whatOf(ProblemCode code) {
        return switch (code) {
            case UNAUTHORIZED, TOO_MANY_FAILED_LOGINS, ADMIN_CLOSED -> "access.login";
            default -> "access.request";
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
        return limited(text, MAX_LENGTH);
    }

    private static String limited(String text, int length) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.length() <= length ? printable : printable.substring(0, length) + "…";
    }
}
