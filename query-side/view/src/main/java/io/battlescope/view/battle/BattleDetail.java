package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A battle in full.
 *
 * @param timeline minutes with kills, in order
 * @param topLosses the ten dearest losses, dearest first; those of unknown value last
 * @param parties who fought, most pilots first
 */
public record BattleDetail(
        @JsonUnwrapped BattleSummary battle,
        List<TimelineMinute> timeline,
        List<TopLoss> topLosses,
        List<PartyTotals> parties) {}
