package io.battlescope.projection.battle;

import io.battlescope.projection.sql.ProgressStores;
import org.springframework.jdbc.core.JdbcTemplate;

/** Projections of battles for the tests of other packages. */
public final class BattleProjections {

    private BattleProjections() {}

    public static BattleProjection on(JdbcTemplate jdbc) {
        return new BattleProjection(new BattleStore(jdbc), ProgressStores.of(jdbc));
    }
}
