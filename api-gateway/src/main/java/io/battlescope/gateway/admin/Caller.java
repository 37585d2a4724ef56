package io.battlescope.gateway.admin;

import io.battlescope.api.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who asks: whose key or token was shown. Known before any handler runs.
 *
 * @param name as acts and the audit name them
 */
public record Caller(String name, Role role) {

    /** What is wrong with a name that is not usable. */
    public static final String NAME_EXPLAINED = "has to have 1 to 100 printable characters";

    private static final Pattern NAME = Pattern.compile("\\P{C}{1,100}");
    private static final String ATTRIBUTE = Caller.class.getName();

    /** Whoever sent a request that was let pass. */
    public static Caller of(HttpServletRequest request) {
        return find(request)
                .orElseThrow(
                        () -> new IllegalStateException("Nobody has shown who they are: " + request.getRequestURI()));
    }

    /** Empty for those who showed no token, or a wrong one. */
    public static Optional<Caller> find(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    /** Whoever shares a token says the name themselves, and may say anything. */
    public boolean hasUsableName() {
        return NAME.matcher(name).matches();
    }

    public void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
