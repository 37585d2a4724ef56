package io.battlescope.gateway.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what fails before or after Spring MVC had it. */
@Hidden
@RestController
class ErrorEndpoint implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorEndpoint.class);

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!(status instanceof Integer code)) {
            return Problems.answer(request, ProblemCode.NOT_FOUND, "There is nothing at this path.", List.of());
        }
        return switch (HttpStatus.resolve(code)) {
            case NOT_FOUND ->
                Problems.answer(request, path, ProblemCode.NOT_FOUND, "There is nothing at this path.", List.of());
            case METHOD_NOT_ALLOWED ->
                Problems.answer(request, path, ProblemCode.METHOD_NOT_ALLOWED, "Not possible here.", List.of());
            case HttpStatus known
            when known.is4xxClientError() ->
                Problems.answer(request, path, ProblemCode.REQUEST_INVALID, "The request cannot be read.", List.of());
            case null, default -> {
                log.error("Incident at {}", path, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
                yield Problems.answer(
                        request, path, ProblemCode.INTERNAL, "Something went wrong on our side.", List.of());
            }
        };
    }
}
