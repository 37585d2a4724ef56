package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Compare what is held with what the source knows, now instead of at night, and fetch what is missing.
 *
 * @param from first day of kill time (UTC)
 * @param to last day, inclusive
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompareDays(
        String actId, String actor, String reason, Instant requestedAt, LocalDate from, LocalDate to, Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public CompareDays(String actId, String actor, String reason, Instant requestedAt, LocalDate from, LocalDate to) {
        this(actId, actor, reason, requestedAt, from, to, null);
    }

    @Override
    @JsonIgnore
    public String what() {
        return "completeness.compare";
    }

    @Override
    @JsonIgnore
    public String target() {
        return from + " to " + to;
    }
}
