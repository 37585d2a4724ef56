package io.battlescope.gateway;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway.
 *
 * @param answerSharing how long equal questions share an answer; 0 asks the Query DB each time
 * @param queryTimeout how long a request waits for its answer
 * @param allowedOrigins origins whose browsers may read answers
 */
@ConfigurationProperties("battlescope.gateway")
public record GatewayProperties(
        @DefaultValue("250ms") Duration answerSharing,
        @DefaultValue("5s") Duration queryTimeout,
        List<String> allowedOrigins) {

    public GatewayProperties {
        allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }
}
