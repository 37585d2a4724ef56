package io.battlescope.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells those who are not let in, in the same words and form as every other problem. */
@Component
final class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final TokenCheck tokens;
    private final HandlerExceptionResolver problems;

    Refusals(TokenCheck tokens, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Nothing was shown where something has to be. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException none) {
        problems.resolveException(request, response, null, tokens.unknown().problem());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        Exception told = failure instanceof LoginRefusedException refused ? refused.problem() : failure;
        problems.resolveException(request, response, null, told);
    }
}
