package io.battlescope.gateway.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for those who run the system.
 *
 * @param token secrets, any of which opens what only admins may do; several, separated by commas, so that one can be replaced
 *     without a gap. None at all closes it
 */
@ConfigurationProperties("battlescope.admin")
record AdminProperties(List<String> token) {

    AdminProperties {
        token = token == null
                ? List.of()
                : token.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "AdminProperties[" + token.size() + " tokens]";
    }
}
