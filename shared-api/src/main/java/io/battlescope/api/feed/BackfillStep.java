package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done to a backfill that was started. */
public enum BackfillStep {
    @JsonProperty("pause")
    PAUSE,
    @JsonProperty("resume")
    RESUME,
    @JsonProperty("cancel")
    CANCEL
}
