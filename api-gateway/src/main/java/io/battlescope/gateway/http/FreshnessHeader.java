package io.battlescope.gateway.http;

import io.battlescope.gateway.query.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says with every answer what time its data are of. The header is set before the question is asked, so that the data are never
 * older than it says by more than answers are shared.
 */
final class FreshnessHeader implements HandlerInterceptor {

    static final String NAME = "X-Data-As-Of";

    private final Freshness freshness;

    FreshnessHeader(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        freshness.asOf().ifPresent(time -> response.setHeader(NAME, time.toString()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=1");
        return true;
    }
}
