package io.battlescope.api.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.access.Role;
import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.CompareDays;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.api.processor.ProcessorOrder;
import java.time.Instant;

/**
 * Value of topic {@code admin.commands}. The key is the service that carries the order out, so that a service passes over what is
 * meant for others without reading it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StartBackfill.class, name = "startBackfill"),
    @JsonSubTypes.Type(value = ChangeBackfill.class, name = "changeBackfill"),
    @JsonSubTypes.Type(value = CompareDays.class, name = "compareDays"),
    @JsonSubTypes.Type(value = AdoptRuleset.class, name = "adoptRuleset"),
    @JsonSubTypes.Type(value = PreviewRuleset.class, name = "previewRuleset"),
    @JsonSubTypes.Type(value = ReleaseQuarantine.class, name = "releaseQuarantine"),
    @JsonSubTypes.Type(value = ProcessorOrder.class, name = "onProcessor")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public interface AdminOrder {

    /** Names the act; asking twice under one id is asking once. */
    String actId();

    String actor();

    String reason();

    /** When it was asked for (our clock, UTC). */
    Instant requestedAt();

    /** What the actor could do when it was asked for; {@code null} when it is not known. */
    Role role();

    /** The kind of act, as its outcome names it. */
    String what();

    /** What it is done to, as its outcome names it. */
    String target();

    /** Key of the order: who is to carry it out. */
    @JsonIgnore
    String service();
}
