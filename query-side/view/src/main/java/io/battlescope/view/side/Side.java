package io.battlescope.view.side;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;

/**
 * A side of a battle with its share.
 *
 * @param sideId from 1
 * @param parties most pilots first
 * @param efficiency ISK destroyed as a part of ISK destroyed and lost; absent unless there are exactly two sides
 * @param hulls most fielded first
 */
public record Side(
        int sideId,
        @JsonUnwrapped BattleShare share,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal efficiency,
        List<PartyView> parties,
        List<HullCount> hulls) {}
