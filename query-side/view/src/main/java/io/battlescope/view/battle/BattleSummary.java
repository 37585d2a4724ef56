package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.side.SideSummary;
import io.battlescope.view.side.UnassignedSummary;
import java.util.List;

/**
 * A battle at a glance.
 *
 * @param sides by number; empty when no sides can be told, and all of the battle is unassigned then
 */
public record BattleSummary(
        @JsonUnwrapped BattleHeader battle, List<SideSummary> sides, UnassignedSummary unassigned) {}
