package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How complete a day is, by kill time (UTC), as of its last comparison with the source. Known = held + refused + quarantined + missing.
 *
 * @param known killmails that the source knows of
 * @param held accepted and stored
 * @param refused not stored, since a ruleset refused them
 * @param quarantined not stored, since they are broken
 * @param missing not here, for no good reason
 * @param beyond held although the source does not list them (yet)
 * @param source who was asked, such as {@code zkillboard-history}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompletenessDay(
        LocalDate day,
        long version,
        long known,
        long held,
        long refused,
        long quarantined,
        long missing,
        long beyond,
        String source,
        Instant comparedAt)
        implements FeedFact {

    @Override
    @JsonIgnore
    public String key() {
        return "day/" + day;
    }
}
