package io.battlescope.view.battle;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts a battle's killmails by minute and side. */
public final class BattleTimelineHandler {

    private static final String SQL = SideSql.WITH_LOSS + "select b.battle_id, b.version, " + SideSql.TIMELINE
            + " from battle b where b.battle_id = :battleId and " + BattleRow.VISIBLE;

    private final JdbcClient jdbc;

    public BattleTimelineHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<BattleTimeline> handle(FindBattleTimeline question) {
        return jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .query((row, number) -> new BattleTimeline(
                        row.getString("battle_id"), Timeline.of(SideSql.timeline(row)), row.getLong("version")))
                .optional();
    }
}
