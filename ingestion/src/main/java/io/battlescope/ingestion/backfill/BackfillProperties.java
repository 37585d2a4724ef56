package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.FeedMisconfiguredException;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of history, each under the name of what it concerns. */
@ConfigurationProperties("battlescope")
public record BackfillProperties(
        @DefaultValue Everef everef,
        @DefaultValue Backfill backfill,
        @DefaultValue Completeness completeness) {

    /** @param baseUrl address of EVE Ref's data */
    public record Everef(
            @DefaultValue("https://data.everef.net") URI baseUrl) {}

    /** @param maxRate most killmails a second from history */
    public record Backfill(@DefaultValue("200") double maxRate) {
        public Backfill {
            if (maxRate <= 0) {
                throw new FeedMisconfiguredException(
                        "BATTLESCOPE_BACKFILL_MAX_RATE is '" + maxRate + "'.",
                        "Set it to a number above 0, or leave it out.");
            }
        }
    }

    /** @param days how many days back the nightly comparison looks; 0 for none */
    public record Completeness(@DefaultValue("14") int days) {
        public Completeness {
            if (days < 0) {
                throw new FeedMisconfiguredException(
                        "BATTLESCOPE_COMPLETENESS_DAYS is '" + days + "'.",
                        "Set it to a number of days, 0 for no comparison, or leave it out.");
            }
        }
    }
}
