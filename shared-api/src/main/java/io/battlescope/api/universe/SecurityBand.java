package io.battlescope.api.universe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Security band of a k-space system by its true security status x: {@code x >= 0.45} high, {@code 0 < x < 0.45} low,
 * {@code x <= 0} null. Rounding first, or comparing with 0.5, is wrong for over a hundred systems.
 */
public enum SecurityBand {
    @JsonProperty("highsec")
    HIGHSEC,
    @JsonProperty("lowsec")
    LOWSEC,
    @JsonProperty("nullsec")
    NULLSEC
}
