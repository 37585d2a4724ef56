package io.battlescope.gateway.http;

import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that nobody reads: a misspelt filter that is ignored gives an answer to another question. Parameters are
 * the components of the record that a handler method takes.
 */
final class ParameterCheck implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Map<String, String[]> given = request.getParameterMap();
        if (handler instanceof HandlerMethod method && !given.isEmpty()) {
            refuseUnknown(given.keySet(), known.computeIfAbsent(method.getMethod(), ParameterCheck::names));
            refuseRepeatedOrEmpty(given);
        }
        return true;
    }

    private static void refuseUnknown(Set<String> given, Set<String> known) {
        List<FieldProblem> unknown = given.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldProblem(name, "is not known here"))
                .toList();
        if (!unknown.isEmpty()) {
            String detail = known.isEmpty()
                    ? "This resource takes no parameters."
                    : "This resource takes " + String.join(", ", known) + ".";
            throw new ProblemException(ProblemCode.PARAMETER_UNKNOWN, detail, unknown);
        }
    }

    private static void refuseRepeatedOrEmpty(Map<String, String[]> given) {
        List<FieldProblem> wrong = given.entrySet().stream()
                .filter(parameter -> parameter.getValue().length != 1 || parameter.getValue()[0].isBlank())
                .map(parameter -> new FieldProblem(
                        parameter.getKey(),
                        parameter.getValue().length == 1
                                ? "is empty"
                                : "is given " + parameter.getValue().length
                                        + " times; several values, where possible, are separated by commas"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new ProblemException(ProblemCode.PARAMETER_INVALID, "See fieldErrors.", wrong);
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
