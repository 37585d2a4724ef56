package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedProperties;
import java.net.URI;
import java.time.Duration;

/**
 * The rules this client keeps.
 *
 * @param start {@code head}, {@code pointer} or a sequence number
 * @param userAgent never empty: without one the feed's host bans the address
 * @param spacing least time between two requests
 * @param afterMiss how long to wait when a killmail is not there yet
 * @param afterBan how long to stay away after a 403
 * @param timeout of one request, body included
 */
public record R2z2Settings(
        URI baseUrl,
        String start,
        String userAgent,
        Duration spacing,
        Duration afterMiss,
        Duration afterBan,
        Duration timeout) {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** zKillboard's rules: at least 6 s after a 404, and a ban lasts an hour. */
    public static R2z2Settings of(FeedProperties properties, String userAgent) {
        return new R2z2Settings(
                properties.r2z2BaseUrl(),
                properties.start(),
                userAgent,
                Duration.ofNanos((long) (SECOND_NANOS / properties.maxRate())),
                Duration.ofSeconds(6),
                Duration.ofHours(1),
                Duration.ofSeconds(20));
    }

    URI resolve(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }
}
