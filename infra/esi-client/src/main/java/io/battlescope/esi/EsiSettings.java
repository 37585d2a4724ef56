package io.battlescope.esi;

import java.net.URI;
import java.time.Duration;

/**
 * How ESI is asked.
 *
 * @param userAgent application, version and a contact, as ESI's rules want it
 * @param timeout of one question, body included
 * @param firstRetry about how long before the second try
 * @param patience how long a question waits for budget before it is given back
 */
record EsiSettings(URI baseUrl, String userAgent, Duration timeout, Duration firstRetry, Duration patience) {

    static EsiSettings of(URI baseUrl, String userAgent) {
        return new EsiSettings(
                baseUrl, userAgent, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    URI resolve(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** Whom the limits belong to. */
    String host() {
        return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
    }
}
