package io.battlescope.api.entity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has a name that ESI tells. */
public enum EntityKind {
    @JsonProperty("alliance")
    ALLIANCE,
    @JsonProperty("corporation")
    CORPORATION,
    @JsonProperty("character")
    CHARACTER,
    @JsonProperty("faction")
    FACTION
}
