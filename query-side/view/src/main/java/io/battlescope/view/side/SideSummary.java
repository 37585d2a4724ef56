package io.battlescope.view.side;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.view.name.NamedParty;
import java.math.BigDecimal;
import java.util.List;

/**
 * A side at a glance.
 *
 * @param sideId from 1
 * @param efficiency ISK destroyed as a part of ISK destroyed and lost; absent unless there are exactly two sides
 * @param parties by id
 */
public record SideSummary(
        int sideId,
        @JsonUnwrapped BattleShare share,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal efficiency,
        List<NamedParty> parties) {}
