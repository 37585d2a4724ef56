package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;
import java.util.Locale;

/** Pause, resume or cancel a backfill. Doing so to one that is there already changes nothing and is done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeBackfill(
        String actId, String actor, String reason, Instant requestedAt, String jobId, BackfillStep step, Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public ChangeBackfill(
            String actId, String actor, String reason, Instant requestedAt, String jobId, BackfillStep step) {
        this(actId, actor, reason, requestedAt, jobId, step, null);
    }

    @Override
    @JsonIgnore
    public String what() {
        return "backfill." + step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @JsonIgnore
    public String target() {
        return jobId;
    }
}
