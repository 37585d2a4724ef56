package io.battlescope.ingestion.feed;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to follow the feed.
 *
 * @param rate killmails a second of a recording; {@code null} for as fast as they are taken
 * @param start where the live feed begins when it was never read: {@code head}, {@code pointer} or a sequence number
 * @param maxRate most requests a second to the live feed
 * @param r2z2BaseUrl address of the live feed
 */
@ConfigurationProperties("battlescope.feed")
public record FeedProperties(
        Double rate,
        @DefaultValue("head") String start,
        @DefaultValue("10") double maxRate,
        @DefaultValue("https://r2z2.zkillboard.com") URI r2z2BaseUrl) {

    /** What zKillboard's documentation allows one address. */
    private static final double POLITE_MAXIMUM = 15;

    public FeedProperties {
        check(rate == null || (rate > 0 && rate <= 1_000_000), "BATTLESCOPE_FEED_RATE", rate, "a number above 0");
        check(
                start.matches("head|pointer|[1-9][0-9]{0,17}"),
                "BATTLESCOPE_FEED_START",
                start,
                "head, pointer or a sequence number");
        check(
                maxRate > 0 && maxRate <= POLITE_MAXIMUM,
                "BATTLESCOPE_FEED_MAX_RATE",
                maxRate,
                "above 0 and at most 15 requests a second, which is what zKillboard asks for");
        check(
                r2z2BaseUrl.getHost() != null
                        && String.valueOf(r2z2BaseUrl.getScheme()).matches("https?"),
                "BATTLESCOPE_FEED_R2Z2_BASE_URL",
                r2z2BaseUrl,
                "an http or https address");
    }

    private static void check(boolean good, String name, Object value, String expected) {
        if (!good) {
            throw new FeedMisconfiguredException(
                    name + " is '" + value + "'.", "Set it to " + expected + ", or leave it out.");
        }
    }
}
