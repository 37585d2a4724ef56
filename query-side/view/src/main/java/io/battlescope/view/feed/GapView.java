package io.battlescope.view.feed;

import io.battlescope.api.feed.FeedGap;
import java.time.Instant;

/**
 * A range of the live feed that could not be read any more.
 *
 * @param feed the feed's identity
 * @param firstSequence first number that is lost
 * @param lastSequence last number that is lost, inclusive
 * @param status {@code filled} once the days it touches hold everything that history knows of
 * @param notBefore upload time of the last file read before (UTC); {@code null} when unknown
 * @param notAfter upload time of the first file read behind it (UTC); {@code null} when unknown
 * @param noticedAt when it was noticed (UTC)
 * @param jobId the backfill that fills it; {@code null} before there is one
 * @param filledAt when it was filled (UTC); {@code null} while it is open
 */
public record GapView(
        String feed,
        long firstSequence,
        long lastSequence,
        FeedGap.Status status,
        Instant notBefore,
        Instant notAfter,
        Instant noticedAt,
        String jobId,
        Instant filledAt) {}
