package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an admin's act is. */
public enum ActStatus {
    /** Asked for; whoever is to carry it out has not decided yet. */
    @JsonProperty("pending")
    PENDING,
    /** Taken up, and not at its end; its figures say how far it is. */
    @JsonProperty("running")
    RUNNING,
    /** Decided, and carried out if there was anything to change. */
    @JsonProperty("done")
    DONE,
    /** Refused; nothing changed. */
    @JsonProperty("refused")
    REFUSED
}
