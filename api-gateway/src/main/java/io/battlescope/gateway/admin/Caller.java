package io.battlescope.gateway.admin;

import io.battlescope.api.access.Role;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who asks, for what is {@link AdminOnly}.
 *
 * @param name as acts and the audit name them
 */
public record Caller(String name, Role role) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Whoever sent a request that was let pass. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody has shown who they are: " + request.getRequestURI());
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
