package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.view.side.Side;
import io.battlescope.view.side.Unassigned;
import java.util.List;

/**
 * A battle in full.
 *
 * @param sides by number; empty when no sides can be told, and all of the battle is unassigned then
 * @param overlay admins' acts in force, oldest first
 * @param timeline minutes with kills, in order
 * @param topLosses the ten dearest losses, dearest first; those of unknown value last
 * @param namesTag changes when any name does; for entity tags
 */
public record BattleDetail(
        @JsonUnwrapped BattleHeader battle,
        List<Side> sides,
        Unassigned unassigned,
        List<OverlayEntry> overlay,
        List<TimelineMinute> timeline,
        List<TopLoss> topLosses,
        @JsonIgnore String namesTag) {}
