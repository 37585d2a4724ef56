package io.battlescope.view.killmail;

import io.battlescope.view.Rows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the latest killmails backwards along the index on time, which also serves a look at a few systems or regions. */
public final class RecentKillmailsHandler {

    private static final String SELECT = """
            select k.killmail_id, k.occurred_at, k.system_id, k.victim_character_id, k.victim_corporation_id,
                   k.victim_alliance_id, k.victim_faction_id, k.victim_party_id, k.victim_party_kind, k.hull_type_id,
                   k.capsule, k.structure, k.damage_taken, k.attacker_count, k.isk, k.value_source, b.battle_id, """
            + " " + KillmailRow.ATTRIBUTION_COLUMNS + ", " + EntityNames.column(KillmailRow.named("k", "a"))
            + " from killmail k left join battle_killmail a on a.killmail_id = k.killmail_id"
            + " left join battle b on b.battle_id = a.battle_id and " + KillmailRow.BATTLE_VISIBLE
            + KillmailRow.SIDE
            + " where (k.occurred_at, k.killmail_id) < (:afterTime, :afterId)";

    /** Behind every killmail: the game will not see this day. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final JdbcClient jdbc;
    private final KillmailRow rows;

    public RecentKillmailsHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.rows = new KillmailRow(names);
    }

    @QueryHandler
    public Page<KillmailSummary> handle(FindRecentKillmails question) {
        StringBuilder sql = new StringBuilder(SELECT);
        Map<String, Object> parameters = new HashMap<>(KillmailRow.after(question.page(), END_OF_TIME, Long.MAX_VALUE));
        if (!question.systemIds().isEmpty()) {
            sql.append(" and k.system_id in (:systemIds)");
            parameters.put("systemIds", question.systemIds());
        }
        if (!question.regionIds().isEmpty()) {
            sql.append(" and k.region_id in (:regionIds)");
            parameters.put("regionIds", question.regionIds());
        }
        if (question.since() != null) {
            sql.append(" and k.occurred_at >= :since");
            parameters.put("since", Rows.parameter(question.since()));
        }
        sql.append(" order by k.occurred_at desc, k.killmail_id desc limit :rows");
        parameters.put("rows", question.page().rows());
        List<KillmailSummary> found =
                jdbc.sql(sql.toString()).params(parameters).query(rows).list();
        return Page.cut(found, question.page().limit(), KillmailRow::position);
    }
}
