package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.killmail.Party;

/**
 * Where a party stands.
 *
 * @param sideId from 1; {@code null} for a party that no side can be told for
 * @param pinned whether an admin put it there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartySide(Party party, Integer sideId, boolean pinned) {}
