package io.battlescope.view.battle;

import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists battles. Without conditions the list reads its first rows straight off the partial index on activity. */
public final class BattleListHandler {

    private final JdbcClient jdbc;
    private final SummaryRow rows;

    public BattleListHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.rows = new SummaryRow(names);
    }

    @QueryHandler
    public Page<BattleSummary> handle(FindBattles question) {
        BattleListSql sql = BattleListSql.of(question);
        List<BattleSummary> found =
                jdbc.sql(sql.text()).params(sql.parameters()).query(rows).list();
        return Page.cut(found, question.page().limit(), question.sort()::position);
    }
}
