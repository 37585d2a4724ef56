package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How a battle went, minute by minute.
 *
 * @param minutes those with kills, in order
 * @param version of the battle; for entity tags
 */
public record BattleTimeline(
        String battleId,
        List<TimelineMinute> minutes,
        @JsonIgnore long version) {}
