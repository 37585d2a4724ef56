package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a battle may still grow: it is ongoing when its latest kill is less than {@value #QUIET_MINUTES} minutes older than
 * the latest kill of the feed. The feed's time counts, not the clock, so that history replays as it happened.
 */
public enum BattleStatus {
    @JsonProperty("ongoing")
    ONGOING,
    @JsonProperty("ended")
    ENDED;

    public static final int QUIET_MINUTES = 30;
}
