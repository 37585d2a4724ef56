package io.battlescope.view.side;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What belongs to no side: parties that no side can be told for, fire within a party or side, kills and damage that no party is
 * credited with.
 */
public record Unassigned(
        @JsonUnwrapped BattleShare share, FriendlyFire friendlyFire, List<PartyView> parties, List<HullCount> hulls) {}
