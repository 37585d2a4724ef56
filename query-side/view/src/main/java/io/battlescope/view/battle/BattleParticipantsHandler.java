package io.battlescope.view.battle;

import io.battlescope.view.JsonRows;
import io.battlescope.view.Rows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the pilots of a battle along the primary key, each with all hulls and losses. */
public final class BattleParticipantsHandler {

    /** Losses are looked up for all pilots of the page at once, for no index leads to them by pilot. */
    private static final String SQL = """
            with page as materialized (
                select p.*, s.side_id
                from battle b
                join battle_participant p on p.battle_id = b.battle_id
                left join battle_side s on s.battle_id = p.battle_id and s.party_id = p.party_id
                where b.battle_id = :battleId and p.character_id > :after and %s
                order by p.character_id limit :rows),
            lost as (
                select o.victim_character_id as character_id,
                       json_agg(json_build_array(o.killmail_id, o.occurred_at, o.hull_type_id, o.capsule,
                               not o.capsule and not o.structure and coalesce(m.hull_category_id, 6) = 6, o.isk)
                               order by o.occurred_at, o.capsule, o.killmail_id) as losses
                from battle_killmail o
                left join battle_mail m on m.killmail_id = o.killmail_id
                where o.battle_id = :battleId and o.victim_character_id in (select character_id from page)
                group by 1)
            select page.*, lost.losses as lost, %s,
                (select json_agg(json_build_array(nullif(h.hull_type_id, 0), h.kills, h.losses)
                        order by h.kills + h.losses desc, h.hull_type_id)
                 from battle_participant_hull h
                 where h.battle_id = page.battle_id and h.character_id = page.character_id) as hulls
            from page left join lost using (character_id)
            order by page.character_id
            """.formatted(
            BattleRow.VISIBLE, EntityNames.column("array[page.character_id, page.corporation_id, page.alliance_id]"));

    private final JdbcClient jdbc;
    private final Names names;

    public BattleParticipantsHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @QueryHandler
    public Page<Participant> handle(FindBattleParticipants question) {
        long after = question.page()
                .after()
                .map(BattleParticipantsHandler::character)
                .orElse(Long.MIN_VALUE);
        List<Participant> found = jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .param("after", after)
                .param("rows", question.page().rows())
                .query(this::participant)
                .list();
        return Page.cut(
                found, question.page().limit(), pilot -> Position.of(pilot.who().characterId()));
    }

    private static long character(Position position) {
        position.requireKeys(1);
        return position.number(0);
    }

    private Participant participant(ResultSet row, int number) throws SQLException {
        int losses = row.getInt("losses");
        BigDecimal lost = Rows.isk(row, "isk_lost");
        PilotLosses mails = new PilotLosses(JsonRows.read(row.getString("lost"), BattleParticipantsHandler::mail));
        return new Participant(
                EntityNames.read(row)
                        .combatant(
                                row.getLong("character_id"),
                                Rows.longOrNull(row, "corporation_id"),
                                Rows.longOrNull(row, "alliance_id"),
                                Rows.party(row, "party_kind", "party_id")),
                Rows.intOrNull(row, "side_id"),
                row.getInt("kills"),
                row.getInt("final_blows"),
                mails.count(),
                row.getLong("damage_done"),
                // nothing is worth nothing: a sum of 0 over losses means that no value is known
                losses > 0 && lost.signum() == 0 ? null : lost,
                Rows.instant(row, "first_seen"),
                Rows.instant(row, "last_seen"),
                JsonRows.read(row.getString("hulls"), this::hull),
                mails.shown(names));
    }

    private FlownHull hull(JsonRows.Row row) {
        Integer type = row.numberOrNull(0);
        return new FlownHull(type, names.type(type), row.number(1), row.number(2));
    }

    private static PilotLosses.Mail mail(JsonRows.Row row) {
        return new PilotLosses.Mail(row.id(0), row.instant(1), row.number(2), row.flag(3), row.flag(4), row.isk(5));
    }
}
