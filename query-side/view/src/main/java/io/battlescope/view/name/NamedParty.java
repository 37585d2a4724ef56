package io.battlescope.view.name;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.killmail.PartyKind;

/**
 * A party with what it is called.
 *
 * @param name absent while unknown
 * @param ticker of alliances and corporations; absent while unknown
 */
public record NamedParty(
        PartyKind kind,
        long id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) String ticker) {}
