package io.battlescope.gateway.problem;

import io.battlescope.gateway.problem.Problem.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with problems, whatever the caller said to accept: an error in another format than its own helps nobody. */
final class Problems {

    private static final String RETRY_AFTER_SECONDS = "2";

    private Problems() {}

    static ResponseEntity<Problem> answer(
            HttpServletRequest request, String path, ProblemCode code, String detail, List<FieldProblem> fieldErrors) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(code.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (code.status().value() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (code == ProblemCode.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"battlescope\"");
        }
        Problem problem = Problem.of(code, detail, path, Trace.id(request), fieldErrors);
        problem.attach(request);
        return answer.body(problem);
    }

    static ResponseEntity<Problem> withRetryAfter(ResponseEntity<Problem> problem, Duration wait) {
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(wait.plusMillis(999).toSeconds()))
                .body(problem.getBody());
    }

    static ResponseEntity<Problem> answer(
            HttpServletRequest request, ProblemCode code, String detail, List<FieldProblem> fieldErrors) {
        return answer(request, request.getRequestURI(), code, detail, fieldErrors);
    }
}
