package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedProperties;
import java.time.Duration;

/**
 * How the live feed is followed.
 *
 * @param start {@code head}, {@code pointer} or a sequence number
 * @param afterMiss how long to wait after a file that was not there before asking for any
 * @param recheckAfter how long to wait before a file in doubt is asked for again
 */
public record R2z2Settings(String start, Duration afterMiss, Duration recheckAfter) {

    public static R2z2Settings of(FeedProperties properties) {
        return new R2z2Settings(properties.start(), properties.afterMiss(), properties.recheckAfter());
    }
}
