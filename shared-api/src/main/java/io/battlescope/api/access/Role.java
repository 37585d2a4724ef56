package io.battlescope.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may do; each role includes those before it. */
public enum Role {
    /** Sees everything but the payloads of dead letters, which are masked. */
    @JsonProperty("viewer")
    VIEWER,
    /** Acts on what can be done again or undone: processors, feeds, battles' overlays, dead letters' retry. */
    @JsonProperty("operator")
    OPERATOR,
    /** Acts on what cannot: eviction, rebuild's switch and end, republishing; and makes and revokes keys. */
    @JsonProperty("admin")
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
