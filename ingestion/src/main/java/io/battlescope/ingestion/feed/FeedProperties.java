package io.battlescope.ingestion.feed;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to follow the feed.
 *
 * @param rate killmails a second of a recording; {@code null} for as fast as they are taken
 * @param start where the live feed begins when it was never read. {@code pointer}: with the file that the host's pointer names,
 *     which is known to be there. {@code head}: behind it, with what the pointer does not know of yet. As the pointer trails by up
 *     to 51 killmails, both take in the last few minutes. Or a sequence number
 * @param maxRate most requests a second to the host of the live feed
 * @param afterMiss how long to wait after a file that was not there
 * @param recheckAfter how long to wait before a file that was damaged, or rewritten, is asked for again the first time
 * @param r2z2BaseUrl address of the live feed
 */
@ConfigurationProperties("battlescope.feed")
public record FeedProperties(
        Double rate,
        @DefaultValue("head") String start,
        @DefaultValue("10") double maxRate,
        @DefaultValue("6s") Duration afterMiss,
        @DefaultValue("65s") Duration recheckAfter,
        @DefaultValue("https://r2z2.zkillboard.com") URI r2z2BaseUrl) {

    /** What zKillboard's documentation allows one address. */
    private static final double POLITE_MAXIMUM = 15;
    /** What zKillboard's documentation asks for. */
    private static final Duration POLITE_WAIT = Duration.ofSeconds(6);
    /** By then the host has had its edges forget what they kept, which it does a minute after an upload. */
    private static final Duration PURGED = Duration.ofMinutes(1);
    /** A simulated host on this machine stands more. */
    private static final double LOCAL_MAXIMUM = 10_000;

    public FeedProperties {
        check(rate == null || (rate > 0 && rate <= 1_000_000), "BATTLESCOPE_FEED_RATE", rate, "a number above 0");
        check(
                start.matches("head|pointer|[1-9][0-9]{0,17}"),
                "BATTLESCOPE_FEED_START",
                start,
                "head, pointer or a sequence number");
        check(
                r2z2BaseUrl.getHost() != null
                        && String.valueOf(r2z2BaseUrl.getScheme()).matches("https?"),
                "BATTLESCOPE_FEED_R2Z2_BASE_URL",
                r2z2BaseUrl,
                "an http or https address");
        boolean local = isLoopback(r2z2BaseUrl.getHost());
        check(
                maxRate > 0 && maxRate <= (local ? LOCAL_MAXIMUM : POLITE_MAXIMUM),
                "BATTLESCOPE_FEED_MAX_RATE",
                maxRate,
                "above 0 and at most 15 requests a second, which is what zKillboard asks for");
        check(
                afterMiss.isPositive() && (local || afterMiss.compareTo(POLITE_WAIT) >= 0),
                "BATTLESCOPE_FEED_AFTER_MISS",
                afterMiss,
                "6s or longer, which is what zKillboard asks for");
        check(
                recheckAfter.isPositive() && (local || recheckAfter.compareTo(PURGED) > 0),
                "BATTLESCOPE_FEED_RECHECK_AFTER",
                recheckAfter,
                "more than 60s, since zKillboard's edges can keep an old answer as long");
    }

    /** By its name alone, which nobody can point elsewhere. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static void check(boolean good, String name, Object value, String expected) {
        if (!good) {
            throw new FeedMisconfiguredException(
                    name + " is '" + value + "'.", "Set it to " + expected + ", or leave it out.");
        }
    }
}
