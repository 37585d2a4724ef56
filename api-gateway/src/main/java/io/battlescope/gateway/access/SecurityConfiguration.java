package io.battlescope.gateway.access;

import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.admin.Caller;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door: tokens are read first, paths are closed unless they are open, and roles are seen to before a handler reads anything. */
@SecurityScheme(
        name = AdminOnly.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "an API key (`bsk_…`), a JWT of the configured OpenID provider, or the token that the gateway was started with"
                        + " (BATTLESCOPE_ADMIN_TOKEN)")
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String BEARER = "Bearer ";
    private static final String ADMIN = "/api/v1/admin/**";

    /** The contract, its pages, and what says whether the system is well. */
    private static final String[] ALWAYS_OPEN = {
        "/api/v1/status", "/api/v1/openapi.json", "/openapi.json", "/docs", "/docs/**", "/webjars/**"
    };

    private final RoleGuard guard;

    SecurityConfiguration(RoleGuard guard) {
        this.guard = guard;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, TokenCheck tokens, Refusals refusals, AccessProperties properties) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // a browser adds no bearer token by itself, so no other site can make it act for somebody
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                // answers say themselves how long they are good for
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .addFilterBefore(tokenFilter(tokens, refusals), AnonymousAuthenticationFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(requests -> authorize(requests, properties.publicReading()))
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean publicReading) {
        // what is handed on within the server was judged when it came in
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(ADMIN)
                .authenticated()
                .requestMatchers(ALWAYS_OPEN)
                .permitAll();
        if (publicReading) {
            requests.anyRequest().permitAll();
        } else {
            // every role includes the viewer's
            requests.anyRequest().authenticated();
        }
    }

    private static AuthenticationFilter tokenFilter(TokenCheck tokens, Refusals refusals) {
        AuthenticationFilter filter = new AuthenticationFilter(tokens, SecurityConfiguration::shown);
        filter.setSuccessHandler((request, response, recognised) -> name(request, (Recognised) recognised));
        filter.setFailureHandler(refusals);
        return filter;
    }

    /** {@code null} when no token is shown. */
    private static Authentication shown(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        if (token.isEmpty()) {
            return null;
        }
        BearerTokenAuthenticationToken shown = new BearerTokenAuthenticationToken(token);
        shown.setDetails(request.getRemoteAddr());
        return shown;
    }

    /** A key or a token of its own says who it is, whatever X-Actor says. */
    private static void name(HttpServletRequest request, Recognised recognised) {
        Caller caller = recognised.getPrincipal();
        String actor = request.getHeader(AdminOnly.ACTOR_HEADER);
        Caller named = recognised.isShared() && actor != null ? new Caller(actor.strip(), caller.role()) : caller;
        named.attach(request);
    }

    /** Lets everything by that our own readers refuse with a better reason. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        return firewall;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }
}
