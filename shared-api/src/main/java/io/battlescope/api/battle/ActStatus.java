package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an admin's act is. */
public enum ActStatus {
    /** Asked for; the command side has not decided yet. */
    @JsonProperty("pending")
    PENDING,
    /** Decided, and in the event stream if it changed anything. */
    @JsonProperty("done")
    DONE,
    /** Refused; nothing changed. */
    @JsonProperty("refused")
    REFUSED
}
