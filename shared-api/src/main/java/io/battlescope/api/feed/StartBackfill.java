package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Fetch what is missing of a range of days from history. The act's id is the job's id.
 *
 * @param from first day of kill time (UTC)
 * @param to last day, inclusive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartBackfill(
        String actId, String actor, String reason, Instant requestedAt, LocalDate from, LocalDate to)
        implements FeedOrder {

    @Override
    @JsonIgnore
    public String what() {
        return "backfill.start";
    }

    @Override
    @JsonIgnore
    public String target() {
        return from + " to " + to;
    }
}
