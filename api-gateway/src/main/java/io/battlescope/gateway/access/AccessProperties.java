package io.battlescope.gateway.access;

import io.battlescope.api.access.Role;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may what.
 *
 * @param publicReading whether battles and killmails can be read without a token
 * @param jwksUrl where an OpenID provider publishes the keys that it signs with; {@code null} when there is no provider
 * @param issuer who has to have issued a token; {@code null} for whoever signed it
 * @param audience whom a token has to be meant for; {@code null} for anybody, which is unwise with a provider that serves others too
 * @param roleClaim where a token names roles, with dots to go deeper, such as {@code realm_access.roles}
 * @param roles our roles by what the provider calls them; what is not listed counts by our own names
 */
@ConfigurationProperties("battlescope.security")
record AccessProperties(
        @DefaultValue("true") boolean publicReading,
        URI jwksUrl,
        String issuer,
        String audience,
        @DefaultValue("roles") String roleClaim,
        Map<String, Role> roles) {

    AccessProperties {
        roles = roles == null ? Map.of() : Map.copyOf(roles);
    }
}
