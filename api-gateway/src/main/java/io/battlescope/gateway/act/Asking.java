package io.battlescope.gateway.act;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.admin.Attempt;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Who asks for an act, and why.
 *
 * @param actId names the act; asking twice under one id is asking once
 * @param role the actor's
 * @param named whether the caller chose the id
 * @param requestedAt our clock, UTC
 * @param patience how long the caller would rather wait for the act's end than be sent to look; zero for not at all
 */
public record Asking(
        String actId, boolean named, String actor, Role role, String reason, Instant requestedAt, Duration patience) {

    public static final String ID_HEADER = "Idempotency-Key";

    private static final int MAX_REASON = 2_000;

    /** Reads who and why; what is wrong with it is noted. */
    public static Asking of(HttpServletRequest request, String reason, FieldErrors errors) {
        String given = request.getHeader(ID_HEADER);
        errors.require(given == null || Ids.possible(given), ID_HEADER, Ids.EXPLAINED);
        Caller caller = Caller.of(request);
        errors.require(caller.hasUsableName(), AdminOnly.ACTOR_HEADER, Caller.NAME_EXPLAINED);
        Attempt.find(request).orElseGet(() -> new Attempt(null, null, reason)).attach(request);
        errors.requireText(reason, "reason", 1, MAX_REASON);
        return new Asking(
                given == null ? UUID.randomUUID().toString() : given,
                given != null,
                caller.name(),
                caller.role(),
                reason == null ? null : reason.strip(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Preference.waitOf(request.getHeaders(Preference.HEADER)));
    }
}
