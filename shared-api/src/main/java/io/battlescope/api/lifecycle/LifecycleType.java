package io.battlescope.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a battle. */
public enum LifecycleType {
    /** There is a new battle. */
    @JsonProperty("battle.created")
    CREATED,
    /** Something about the battle is other than before; the changes say what. */
    @JsonProperty("battle.updated")
    UPDATED,
    /** The battle fell quiet. A late killmail can still change it. */
    @JsonProperty("battle.ended")
    ENDED,
    /** The battle went into another one; its id leads there from now on. */
    @JsonProperty("battle.merged")
    MERGED
}
