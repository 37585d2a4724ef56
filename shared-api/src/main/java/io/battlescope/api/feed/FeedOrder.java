package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What an admin asks of ingestion; value of topic {@code admin.commands}, keyed {@value #KEY}. What came of it is told as
 * {@link io.battlescope.api.battle.ActOutcome} on {@code audit.events}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StartBackfill.class, name = "startBackfill"),
    @JsonSubTypes.Type(value = ChangeBackfill.class, name = "changeBackfill"),
    @JsonSubTypes.Type(value = CompareDays.class, name = "compareDays"),
    @JsonSubTypes.Type(value = AdoptRuleset.class, name = "adoptRuleset"),
    @JsonSubTypes.Type(value = PreviewRuleset.class, name = "previewRuleset"),
    @JsonSubTypes.Type(value = ReleaseQuarantine.class, name = "releaseQuarantine")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface FeedOrder
        permits StartBackfill, ChangeBackfill, CompareDays, AdoptRuleset, PreviewRuleset, ReleaseQuarantine {

    /** Key of every order to ingestion, so that they are carried out in the order they were asked for. */
    String KEY = "ingestion";

    /** Names the act; asking twice under one id is asking once. */
    String actId();

    String actor();

    String reason();

    /** When it was asked for (our clock, UTC). */
    Instant requestedAt();

    /** The kind of act, as its outcome names it. */
    String what();

    /** What it is done to, as its outcome names it. */
    String target();
}
