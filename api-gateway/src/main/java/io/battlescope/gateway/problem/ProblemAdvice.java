package io.battlescope.gateway.problem;

import io.battlescope.gateway.page.InvalidCursorException;
import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.view.page.InvalidPositionException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Translates every failure into a problem. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(ProblemException refusal, HttpServletRequest request) {
        ResponseEntity<Problem> problem =
                Problems.answer(request, refusal.code(), refusal.getMessage(), refusal.fieldErrors());
        return refusal.retryAfter()
                .map(wait -> Problems.withRetryAfter(problem, wait))
                .orElse(problem);
    }

    @ExceptionHandler
    ResponseEntity<OutcomeProblem> refused(ActRefusedException refusal, HttpServletRequest request) {
        OutcomeProblem problem = OutcomeProblem.of(refusal.act(), request.getRequestURI(), Trace.id(request));
        return ResponseEntity.status(problem.status())
                .headers(refusal.headers())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidPath(MethodArgumentTypeMismatchException invalid, HttpServletRequest request) {
        return Problems.answer(
                request,
                ProblemCode.PARAMETER_INVALID,
                "See fieldErrors.",
                List.of(new FieldProblem(invalid.getName(), reason(invalid))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidCursor(InvalidCursorException invalid, HttpServletRequest request) {
        return cursor(invalid.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidPosition(InvalidPositionException invalid, HttpServletRequest request) {
        return cursor("It names a place that the list cannot have.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchPath(NoResourceFoundException missing, HttpServletRequest request) {
        return Problems.answer(request, ProblemCode.NOT_FOUND, "There is nothing at this path.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        List<String> allowed = Optional.ofNullable(wrong.getSupportedHttpMethods()).stream()
                .flatMap(methods -> methods.stream().map(HttpMethod::name))
                .sorted()
                .toList();
        ResponseEntity<Problem> problem = Problems.answer(
                request,
                ProblemCode.METHOD_NOT_ALLOWED,
                wrong.getMethod() + " is not possible here, only " + String.join(", ", allowed) + ".",
                List.of());
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return Problems.answer(
                request, ProblemCode.NOT_ACCEPTABLE, "Answers are application/json and nothing else.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMediaType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return Problems.answer(
                request, ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send the body as application/json.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception failure, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            // nobody is there to read an answer, and clients of streams go whenever they like
            log.debug("The client of {} has gone: {}", request.getRequestURI(), failure.toString());
            return null;
        }
        return QueryDbFailure.of(failure)
                .map(code -> queryDb(code, failure, request))
                .orElseGet(() -> internal(failure, request));
    }

    private static ResponseEntity<Problem> queryDb(ProblemCode code, Exception failure, HttpServletRequest request) {
        log.warn("{} {}: {}", code, request.getRequestURI(), failure.toString());
        String detail = code == ProblemCode.QUERY_TIMEOUT
                ? "The answer took too long. Ask for less, or again a little later."
                : "The data cannot be read just now. Ask again a little later.";
        return Problems.answer(request, code, detail, List.of());
    }

    private static ResponseEntity<Problem> internal(Exception failure, HttpServletRequest request) {
        ResponseEntity<Problem> problem =
                Problems.answer(request, ProblemCode.INTERNAL, "Something went wrong on our side.", List.of());
        log.error("Incident at {} {}", request.getMethod(), request.getRequestURI(), failure);
        return problem;
    }

    private static ResponseEntity<Problem> cursor(String reason, HttpServletRequest request) {
        return Problems.answer(
                request,
                ProblemCode.CURSOR_INVALID,
                "The cursor cannot be used here. " + reason + " Begin again without one.",
                List.of(new FieldProblem("cursor", reason)));
    }

    /** What our own readers say; anything else would speak of classes. */
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(InvalidValueException.class::isInstance)
                .findFirst()
                .map(Throwable::getMessage)
                .orElse("cannot be read");
    }
}
