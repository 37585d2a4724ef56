package io.battlescope.view.battle;

import io.battlescope.view.battle.BattleComposition.SideComposition;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.HullCounts;
import io.battlescope.view.side.SideHull;
import io.battlescope.view.side.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts hulls by side. */
public final class BattleCompositionHandler {

    private static final String SQL = SideSql.WITH_LOSS + "select b.battle_id, b.version, " + SideSql.STANDS + ", "
            + SideSql.HULLS + " from battle b where b.battle_id = :battleId and " + BattleRow.VISIBLE;

    private final JdbcClient jdbc;
    private final Names names;

    public BattleCompositionHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @QueryHandler
    public Optional<BattleComposition> handle(FindBattleComposition question) {
        return jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .query(this::composition)
                .optional();
    }

    private BattleComposition composition(ResultSet row, int number) throws SQLException {
        List<SideHull> hulls = SideSql.hulls(row);
        return new BattleComposition(
                row.getString("battle_id"),
                new Standing(SideSql.stands(row))
                        .sides().stream().map(side -> side(side, hulls)).toList(),
                side(null, hulls),
                row.getLong("version"));
    }

    private SideComposition side(Integer side, List<SideHull> hulls) {
        return new SideComposition(side, HullCounts.of(side, hulls, names));
    }
}
