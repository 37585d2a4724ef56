package io.battlescope.view.killmail;

import io.battlescope.view.JsonRows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists a battle's killmails along the index on its timeline. */
public final class BattleKillmailsHandler {

    /** Only losses near the page, of the page's pilots, can belong to what the page shows. */
    private static final String SQL = """
            with page as materialized (
                select a.*, b.system_id, s.side_id
                from battle b
                join battle_killmail a on a.battle_id = b.battle_id
                %s
                where b.battle_id = :battleId and %s and (a.occurred_at, a.killmail_id) > (:afterTime, :afterId)
                order by a.occurred_at, a.killmail_id limit :rows),
            near as (
                select o.victim_character_id,
                       json_agg(json_build_array(o.killmail_id, o.victim_character_id, o.occurred_at, o.capsule, o.isk)) as losses
                from battle_killmail o
                left join battle_mail m on m.killmail_id = o.killmail_id
                where o.battle_id = :battleId
                  and o.occurred_at between (select min(occurred_at) from page) - interval '%d minutes'
                                        and (select max(occurred_at) from page) + interval '%d minutes'
                  and o.victim_character_id in (select victim_character_id from page)
                  and (o.capsule or (not o.structure and coalesce(m.hull_category_id, 6) = 6))
                group by 1)
            select page.*, near.losses, %s from page left join near using (victim_character_id)
            order by page.occurred_at, page.killmail_id
            """.formatted(
                    KillmailRow.SIDE,
                    KillmailRow.BATTLE_VISIBLE,
                    Pods.LATEST.toMinutes(),
                    Pods.LATEST.toMinutes(),
                    EntityNames.column(KillmailRow.named("page", "page")));

    private final JdbcClient jdbc;
    private final KillmailRow rows;

    public BattleKillmailsHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.rows = new KillmailRow(names);
    }

    private record Found(KillmailSummary killmail, List<Pods.Loss> losses) {}

    @QueryHandler
    public Page<BattleKillmailView> handle(FindBattleKillmails question) {
        List<Found> found = jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .param("rows", question.page().rows())
                .params(KillmailRow.after(question.page(), Instant.EPOCH, 0))
                .query(this::found)
                .list();
        Pods pods =
                new Pods(found.stream().flatMap(row -> row.losses().stream()).toList());
        List<BattleKillmailView> killmails = found.stream()
                .map(row -> BattleKillmailView.of(row.killmail(), pods))
                .toList();
        return Page.cut(killmails, question.page().limit(), view -> KillmailRow.position(view.killmail()));
    }

    private Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                rows.mapRow(row, number),
                JsonRows.read(
                        row.getString("losses"),
                        loss -> new Pods.Loss(loss.id(0), loss.id(1), loss.instant(2), loss.flag(3), loss.isk(4))));
    }
}
