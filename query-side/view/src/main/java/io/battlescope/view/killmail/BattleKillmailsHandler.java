package io.battlescope.view.killmail;

import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists a battle's killmails along the index on its timeline. */
public final class BattleKillmailsHandler {

    private static final String SQL =
            "select a.*, b.system_id from battle b join battle_killmail a on a.battle_id = b.battle_id"
                    + " where b.battle_id = :battleId and " + KillmailRow.BATTLE_VISIBLE
                    + " and (a.occurred_at, a.killmail_id) > (:afterTime, :afterId)"
                    + " order by a.occurred_at, a.killmail_id limit :rows";

    private final JdbcClient jdbc;
    private final KillmailRow rows;

    public BattleKillmailsHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.rows = new KillmailRow(names);
    }

    @QueryHandler
    public Page<KillmailSummary> handle(FindBattleKillmails question) {
        List<KillmailSummary> found = jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .param("rows", question.page().rows())
                .params(KillmailRow.after(question.page(), Instant.EPOCH, 0))
                .query(rows)
                .list();
        return Page.cut(found, question.page().limit(), KillmailRow::position);
    }
}
