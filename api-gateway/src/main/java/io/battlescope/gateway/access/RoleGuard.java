package io.battlescope.gateway.access;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.view.name.JsonNames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody pass to what is {@link AdminOnly} whose role is not enough. Nothing but the token was read of the request before. */
@Component
final class RoleGuard implements HandlerInterceptor {

    private final TokenCheck tokens;

    RoleGuard(TokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // a stream that ends comes by once more, without its token
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getMethodAnnotation(AdminOnly.class) instanceof AdminOnly only) {
            check(request, needed(only, request.getMethod()));
        }
        return true;
    }

    private void check(HttpServletRequest request, Role needed) {
        Caller caller = Caller.find(request).orElseThrow(() -> tokens.unknown().problem());
        if (!caller.role().includes(needed)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "This needs the role " + JsonNames.of(needed) + ", and " + caller.name() + " has "
                            + JsonNames.of(caller.role()) + ".");
        }
    }

    /** What an endpoint needs that does not say it itself. */
    static Role needed(AdminOnly only, String method) {
        boolean reads = HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
        return only.role().length > 0 ? only.role()[0] : reads ? Role.VIEWER : Role.OPERATOR;
    }
}
