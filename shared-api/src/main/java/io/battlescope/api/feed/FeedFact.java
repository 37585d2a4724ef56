package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What ingestion tells of itself; value of the compacted topic {@code ingestion.state}. Each is the whole state of its key: of two
 * with one key the higher version holds, whichever is heard last.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BackfillJob.class, name = "backfill"),
    @JsonSubTypes.Type(value = CompletenessDay.class, name = "day"),
    @JsonSubTypes.Type(value = FeedGap.class, name = "gap"),
    @JsonSubTypes.Type(value = RulesetVersion.class, name = "ruleset")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface FeedFact permits BackfillJob, CompletenessDay, FeedGap, RulesetVersion {

    /** The record's key on the topic, such as {@code day/2021-11-28}. */
    @JsonIgnore
    String key();

    /** Rises with each change of the same key. */
    long version();
}
