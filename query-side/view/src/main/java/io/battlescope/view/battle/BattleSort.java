package io.battlescope.view.battle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.battlescope.view.Rows;
import io.battlescope.view.page.Position;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Orders of the list of battles; the battle's id breaks ties in the same direction. */
public enum BattleSort {
    /** Newest activity first. */
    @JsonProperty("-endTime")
    NEWEST_ACTIVITY("end_time", true, BattleHeader::endTime, BattleSort::instant),
    @JsonProperty("startTime")
    OLDEST("start_time", false, BattleHeader::startTime, BattleSort::instant),
    @JsonProperty("-startTime")
    NEWEST("start_time", true, BattleHeader::startTime, BattleSort::instant),
    @JsonProperty("-kills")
    MOST_KILLS("kill_count", true, BattleHeader::killCount, Position::number),
    @JsonProperty("-pilots")
    MOST_PILOTS("pilot_count", true, BattleHeader::pilotCount, Position::number),
    @JsonProperty("-isk")
    MOST_ISK("isk_destroyed", true, BattleSort::knownIsk, Position::decimal);

    private static final int KEYS = 2;

    private final String column;
    private final boolean descending;
    private final Function<BattleHeader, Object> key;
    private final BiFunction<Position, Integer, Object> parameter;

    BattleSort(
            String column,
            boolean descending,
            Function<BattleHeader, Object> key,
            BiFunction<Position, Integer, Object> parameter) {
        this.column = column;
        this.descending = descending;
        this.key = key;
        this.parameter = parameter;
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return "b." + column + direction + ", b.battle_id" + direction;
    }

    /** The condition that leaves what follows a position; takes the parameters afterKey and afterId. */
    String follows() {
        return "(b." + column + ", b.battle_id) " + (descending ? "<" : ">") + " (:afterKey, :afterId)";
    }

    Position position(BattleSummary battle) {
        return Position.of(key.apply(battle.battle()), battle.battle().battleId());
    }

    Object keyOf(Position position) {
        position.requireKeys(KEYS);
        return parameter.apply(position, 0);
    }

    private static Object instant(Position position, int index) {
        return Rows.parameter(position.instant(index));
    }

    private static Object knownIsk(BattleHeader battle) {
        return battle.iskDestroyed() == null ? BigDecimal.ZERO : battle.iskDestroyed();
    }
}
