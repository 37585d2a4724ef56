package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why killmails left a battle. */
public enum RemovalCause {
    /** An admin excluded them: they are in no battle. */
    @JsonProperty("excluded")
    EXCLUDED,
    /** They belong to another battle, or to none, since killmails were clustered anew. */
    @JsonProperty("reclustered")
    RECLUSTERED
}
