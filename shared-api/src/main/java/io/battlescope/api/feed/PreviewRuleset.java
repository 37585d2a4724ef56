package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;

/** Tell how much of the last day a ruleset would have kept; nothing changes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewRuleset(String actId, String actor, String reason, Instant requestedAt, Ruleset ruleset, Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public PreviewRuleset(String actId, String actor, String reason, Instant requestedAt, Ruleset ruleset) {
        this(actId, actor, reason, requestedAt, ruleset, null);
    }

    @Override
    @JsonIgnore
    public String what() {
        return "ruleset.preview";
    }

    @Override
    @JsonIgnore
    public String target() {
        return "ruleset";
    }
}
