package io.battlescope.gateway.admin;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody pass without a token to what is {@link AdminOnly}. Nothing of the request is read before. */
final class AdminGuard implements HandlerInterceptor {

    private static final String SCHEME = "Bearer ";
    private static final String NOBODY_IN_PARTICULAR = "admin";

    private final List<byte[]> tokens;

    AdminGuard(AdminProperties properties) {
        this.tokens = properties.token().stream().map(AdminGuard::digest).toList();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(AdminOnly.class)) {
            check(request.getHeader(HttpHeaders.AUTHORIZATION));
            new Caller(actor(request), Role.ADMIN).attach(request);
        }
        return true;
    }

    private static String actor(HttpServletRequest request) {
        String given = request.getHeader(AdminOnly.ACTOR_HEADER);
        return given == null ? NOBODY_IN_PARTICULAR : given.strip();
    }

    private void check(String authorization) {
        if (tokens.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.ADMIN_CLOSED,
                    "Nobody can be told apart as an admin here: set BATTLESCOPE_ADMIN_TOKEN to a secret of your choice and start"
                            + " the gateway anew.");
        }
        if (!bearer(authorization).map(this::isKnown).orElse(false)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHORIZED, "Send an admin's token as Authorization: Bearer <token>.");
        }
    }

    private static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** Takes the same time whatever was sent, so that time tells nothing of the tokens. */
    private boolean isKnown(String token) {
        byte[] sent = digest(token);
        boolean known = false;
        for (byte[] one : tokens) {
            known |= MessageDigest.isEqual(one, sent);
        }
        return known;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
