package io.battlescope.command.sides;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What two different parties have between them. Names are short in JSON since snapshots hold thousands of them.
 *
 * @param hostility weight of the mails on which one shot the other
 * @param attraction weight of the mails on which both shot somebody else
 */
record Bond(
        @JsonProperty("h") long hostility,
        @JsonProperty("a") long attraction) {

    static final Bond NONE = new Bond(0, 0);

    Bond plus(Bond more) {
        return new Bond(hostility + more.hostility, attraction + more.attraction);
    }

    @JsonIgnore
    boolean isNone() {
        return hostility == 0 && attraction == 0;
    }

    /** What there is to gain by having both on one side. */
    long pull() {
        return attraction - hostility;
    }

    /** All that is known of the two. */
    long weight() {
        return attraction + hostility;
    }
}
