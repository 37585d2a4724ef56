package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedProperties;
import java.net.URI;
import java.time.Duration;

/**
 * The rules kept towards the feed's host.
 *
 * @param userAgent never empty: without one the host bans the address
 * @param spacing least time between two requests
 * @param afterBan how long to stay away after a 403
 * @param afterThrottling how long to stay away after a 429 that does not say
 * @param timeout of one small answer, body included; of a large one, for each piece of it
 */
public record HostSettings(
        URI baseUrl,
        String userAgent,
        Duration spacing,
        Duration afterBan,
        Duration afterThrottling,
        Duration timeout) {

    private static final double SECOND_NANOS = 1_000_000_000;
    /** So many a second are not worth waiting between them: only a host of one's own is asked that fast. */
    private static final double UNSPACED = 1_000;

    /** zKillboard's rules: a ban lasts an hour. */
    public static HostSettings of(FeedProperties properties, String userAgent) {
        double rate = properties.maxRate();
        return new HostSettings(
                properties.r2z2BaseUrl(),
                userAgent,
                Duration.ofNanos(rate > UNSPACED ? 0 : (long) (SECOND_NANOS / rate)),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
    }

    URI resolve(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }
}
