package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * Judge payloads that were set aside once more, after whatever was wrong has been mended. Those that pass go on, the others stay.
 * What enrichment has set aside is handed to it again.
 *
 * @param source the feed they came from; {@code null} for all of ingestion, {@code enrichment} for all of enrichment, and
 *     {@code killmail.ingested/3} for what that came to from partition 3
 * @param position one payload of that feed; {@code null} for all
 * @param code only those set aside for this reason; {@code null} for all
 * @param role the actor\'s when it was asked for; {@code null} when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseQuarantine(
        String actId,
        String actor,
        String reason,
        Instant requestedAt,
        String source,
        Long position,
        String code,
        Role role)
        implements FeedOrder {

    /** Of somebody whose role is not known. */
    public ReleaseQuarantine(
            String actId, String actor, String reason, Instant requestedAt, String source, Long position, String code) {
        this(actId, actor, reason, requestedAt, source, position, code, null);
    }

    @Override
    @JsonIgnore
    public String what() {
        return "quarantine.release";
    }

    @Override
    @JsonIgnore
    public String target() {
        return source == null && code == null
                ? "everything"
                : (source == null ? "" : source + (position == null ? "" : "@" + position))
                        + (code == null ? "" : (source == null ? "" : " ") + code);
    }
}
