package io.battlescope.gateway.audit;

import io.battlescope.gateway.access.MinuteCounts;
import io.battlescope.gateway.access.Network;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees what was refused before it became an order: whoever was not let in, and whatever was asked for that changes something. Of those who
 * showed no good token the first few a minute are written down and the others counted, or anybody could fill the audit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class AuditFilter extends OncePerRequestFilter {

    private static final int ANONYMOUS_A_MINUTE = 10;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<ProblemCode> AT_THE_DOOR = EnumSet.of(
            ProblemCode.UNAUTHORIZED,
            ProblemCode.TOO_MANY_FAILED_LOGINS,
            ProblemCode.FORBIDDEN,
            ProblemCode.ADMIN_CLOSED);

    private final AuditTrail trail;
    private final MinuteCounts anonymous = new MinuteCounts();
    private final AtomicLong leftOut = new AtomicLong();

    AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        chain.doFilter(request, response);
        Problem.toldTo(request)
                .filter(problem -> AT_THE_DOOR.contains(problem.code()) || !READS.contains(request.getMethod()))
                .ifPresent(problem -> tell(request, problem, begin));
    }

    private void tell(HttpServletRequest request, Problem problem, Instant begin) {
        Optional<Caller> caller = Caller.find(request);
        boolean toldOften =
                caller.isEmpty() && anonymous.count(Network.of(request.getRemoteAddr())) > ANONYMOUS_A_MINUTE;
        if (toldOften) {
            leftOut.incrementAndGet();
        } else {
            trail.tell(Refused.outcome(request, caller, problem, begin, leftOut.getAndSet(0)));
        }
    }
}
