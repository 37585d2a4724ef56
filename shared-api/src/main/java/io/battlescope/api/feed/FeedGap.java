package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A range of the live feed that could not be read any more.
 *
 * @param feed the feed's identity
 * @param firstSequence first number that is lost
 * @param lastSequence last number that is lost, inclusive
 * @param notBefore upload time of the last file read before; {@code null} when unknown
 * @param notAfter upload time of the first file read behind it; {@code null} when unknown
 * @param jobId the backfill that fills it; {@code null} before there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedGap(
        String feed,
        long firstSequence,
        long lastSequence,
        long version,
        Status status,
        Instant notBefore,
        Instant notAfter,
        Instant noticedAt,
        String jobId,
        Instant filledAt)
        implements FeedFact {

    /** How far a gap is. */
    public enum Status {
        @JsonProperty("open")
        OPEN,
        /** The days it touches hold everything that history knows of. */
        @JsonProperty("filled")
        FILLED
    }

    @Override
    @JsonIgnore
    public String key() {
        return "gap/" + feed + "/" + firstSequence;
    }
}
