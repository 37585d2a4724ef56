package io.battlescope.view.side;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.battlescope.api.killmail.PartyKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * A party of a battle with its share of its side. Of a side, the parties' shares add up to the side's; kills within the side
 * are in nobody's share.
 *
 * @param name absent while unknown
 * @param ticker of alliances and corporations; absent while unknown
 * @param confidence how clearly it belongs where it stands, 0 to 1: what speaks for its side before the next best place, as a
 *     part of all evidence about it
 * @param pinned whether an admin put it there
 * @param evidence the parties it had most to do with, five at most
 */
public record PartyView(
        PartyKind kind,
        long id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) String ticker,
        BigDecimal confidence,
        boolean pinned,
        @JsonUnwrapped BattleShare share,
        List<PairView> evidence) {}
