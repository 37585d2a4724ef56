package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a battle may still grow, as the battle itself has told. */
public enum BattleStatus {
    @JsonProperty("ongoing")
    ONGOING,
    /** The feed went on for a while without a kill. A late kill can make it ongoing again. */
    @JsonProperty("ended")
    ENDED
}
