package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * Accept killmails by other rules from now on; what was accepted stays.
 *
 * @param expectedVersion the version the admin saw; {@code null} when that is of no account
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdoptRuleset(
        String actId,
        String actor,
        String reason,
        Instant requestedAt,
        Ruleset ruleset,
        Integer expectedVersion,
        Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public AdoptRuleset(
            String actId, String actor, String reason, Instant requestedAt, Ruleset ruleset, Integer expectedVersion) {
        this(actId, actor, reason, requestedAt, ruleset, expectedVersion, null);
    }

    @Override
    @JsonIgnore
    public String what() {
        return "ruleset.adopt";
    }

    @Override
    @JsonIgnore
    public String target() {
        return "ruleset";
    }
}
