package io.battlescope.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What somebody asks for, as far as it could be read: noted on the request, for the audit is to know it also when it is refused.
 *
 * @param what the kind of act, as its outcome would name it; {@code null} while that is not known
 * @param target what it would be done to, likewise
 * @param reason in their words; {@code null} when there is none
 */
public record Attempt(String what, String target, String reason) {

    private static final String ATTRIBUTE = Attempt.class.getName();

    /** Empty while nothing was read. */
    public static Optional<Attempt> find(HttpServletRequest request) {
        return Optional.ofNullable((Attempt) request.getAttribute(ATTRIBUTE));
    }

    public void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
