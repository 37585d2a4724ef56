package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.admin.AdminOrder;

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
public sealed interface FeedOrder extends AdminOrder
        permits StartBackfill, ChangeBackfill, CompareDays, AdoptRuleset, PreviewRuleset, ReleaseQuarantine {

    /** Key of every order to ingestion, so that they are carried out in the order they were asked for. */
    String KEY = "ingestion";

    @Override
    @JsonIgnore
    default String service() {
        return KEY;
    }
}
