package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A ruleset with who put it in force. The one of the highest number holds.
 *
 * @param number from 1, which is the default
 * @param actId the act that asked for it; {@code null} for the default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulesetVersion(int number, Ruleset ruleset, String actor, String reason, String actId, Instant adoptedAt)
        implements FeedFact {

    @Override
    @JsonIgnore
    public String key() {
        return "ruleset/" + number;
    }

    /** A version never changes. */
    @Override
    @JsonIgnore
    public long version() {
        return 1;
    }
}
