package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of entity a {@link Party} is. */
public enum PartyKind {
    @JsonProperty("alliance")
    ALLIANCE,
    @JsonProperty("corporation")
    CORPORATION,
    @JsonProperty("character")
    CHARACTER
}
