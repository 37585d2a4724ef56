package io.battlescope.view.side;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.name.NamedParty;
import java.util.List;

/** What belongs to no side, at a glance. */
public record UnassignedSummary(
        @JsonUnwrapped BattleShare share, FriendlyFire friendlyFire, List<NamedParty> parties) {}
