package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Accept killmails by other rules from now on; what was accepted stays.
 *
 * @param expectedVersion the version the admin saw; {@code null} when that is of no account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdoptRuleset(
        String actId, String actor, String reason, Instant requestedAt, Ruleset ruleset, Integer expectedVersion)
        implements FeedOrder {

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
