package io.battlescope.api.universe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What kind of space a system lies in, told by id and region, never by security status (a wormhole's −0.99 is not null-sec).
 */
public enum SpaceType {
    /** Known space with a security band. */
    @JsonProperty("kspace")
    KSPACE,
    /** J-space: system ids 31,000,000 to 31,999,999, but Thera. */
    @JsonProperty("wormhole")
    WORMHOLE,
    /** System 31000005. */
    @JsonProperty("thera")
    THERA,
    /** Region 10000070, since 2020-10-13; earlier kills there were in known space. */
    @JsonProperty("pochven")
    POCHVEN,
    /** System 30100000. */
    @JsonProperty("zarzakh")
    ZARZAKH,
    /** System ids 32,000,000 to 32,999,999. */
    @JsonProperty("abyssal")
    ABYSSAL,
    /** System ids 33,000,000 to 35,999,999 (34 M in use). */
    @JsonProperty("void")
    VOID,
    /** System ids 36,000,000 to 36,999,999. */
    @JsonProperty("hidden")
    HIDDEN,
    /** No rule knows the id. */
    @JsonProperty("unknown")
    UNKNOWN
}
