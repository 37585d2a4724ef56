package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * What an admin asks of the command side; value of topic {@code battle.commands}, keyed by system. What came of it is told as
 * {@link ActOutcome}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OverlayOrder.class, name = "overlay"),
    @JsonSubTypes.Type(value = ReclusterOrder.class, name = "recluster")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface BattleOrder permits OverlayOrder, ReclusterOrder {

    /** Names the act; asking twice under one id is asking once. */
    String actId();

    String actor();

    String reason();

    /** When it was asked for (our clock, UTC). */
    Instant requestedAt();

    /** What the actor could do when it was asked for; {@code null} when it is not known. */
    Role role();
}
