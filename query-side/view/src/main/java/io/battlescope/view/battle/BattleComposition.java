package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.battlescope.view.side.HullCount;
import java.util.List;

/**
 * What each side brought and lost.
 *
 * @param sides by number
 * @param unassigned what belongs to no side
 * @param version of the battle; for entity tags
 */
public record BattleComposition(
        String battleId,
        List<SideComposition> sides,
        SideComposition unassigned,
        @JsonIgnore long version) {

    /**
     * What one side brought and lost.
     *
     * @param sideId {@code null} for the unassigned
     * @param hulls most fielded first
     */
    public record SideComposition(Integer sideId, List<HullCount> hulls) {}
}
