package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Fetch what is missing of a range of days from history. The act's id is the job's id.
 *
 * @param from first day of kill time (UTC)
 * @param to last day, inclusive
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartBackfill(
        String actId, String actor, String reason, Instant requestedAt, LocalDate from, LocalDate to, Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public StartBackfill(String actId, String actor, String reason, Instant requestedAt, LocalDate from, LocalDate to) {
        this(actId, actor, reason, requestedAt, from, to, null);
    }

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
