package io.battlescope.gateway.http;

import io.battlescope.gateway.GatewayProperties;
import io.battlescope.gateway.problem.ProblemReportValve;
import io.battlescope.gateway.query.Freshness;
import jakarta.validation.Validator;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String API = "/api/**";

    private final Freshness freshness;
    private final GatewayProperties properties;
    private final Validator validator;

    WebConfiguration(Freshness freshness, GatewayProperties properties, Validator validator) {
        this.freshness = freshness;
        this.properties = properties;
        this.validator = validator;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterCheck()).addPathPatterns(API);
        registry.addInterceptor(new FreshnessHeader(freshness)).addPathPatterns(API);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RecordResolver(validator));
    }

    /** Heeded before anybody asks for a token, since browsers ask first without one. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!properties.allowedOrigins().isEmpty()) {
            CorsConfiguration listed = new CorsConfiguration();
            listed.setAllowedOrigins(properties.allowedOrigins());
            listed.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
            listed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
            listed.setExposedHeaders(
                    List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, FreshnessHeader.NAME));
            source.registerCorsConfiguration("/**", listed);
        }
        return source;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/api/v1/openapi.json").setViewName("forward:/openapi.json");
        registry.addRedirectViewController("/docs", "/docs/index.html");
        registry.addRedirectViewController("/docs/", "/docs/index.html");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
