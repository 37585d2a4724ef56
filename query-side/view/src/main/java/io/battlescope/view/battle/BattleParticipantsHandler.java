package io.battlescope.view.battle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.name.Names;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the pilots of a battle along the primary key, each with all hulls. */
public final class BattleParticipantsHandler {

    private static final String SQL =
            "select p.*, " + """
            (select jsonb_agg(jsonb_build_object(
                    'hullTypeId', nullif(h.hull_type_id, 0), 'kills', h.kills, 'losses', h.losses)
                    order by h.kills + h.losses desc, h.hull_type_id)
             from battle_participant_hull h
             where h.battle_id = p.battle_id and h.character_id = p.character_id) as hulls
            from battle b join battle_participant p on p.battle_id = b.battle_id
            where b.battle_id = :battleId and p.character_id > :after and """ + " " + BattleRow.VISIBLE + " order by p.character_id limit :rows";

    private static final TypeReference<List<FlownHull>> HULLS = new TypeReference<>() {};

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
        return Page.cut(found, question.page().limit(), pilot -> Position.of(pilot.characterId()));
    }

    private static long character(Position position) {
        position.requireKeys(1);
        return position.number(0);
    }

    private Participant participant(ResultSet row, int number) throws SQLException {
        int losses = row.getInt("losses");
        BigDecimal lost = Rows.isk(row, "isk_lost");
        return new Participant(
                row.getLong("character_id"),
                Rows.longOrNull(row, "corporation_id"),
                Rows.longOrNull(row, "alliance_id"),
                Rows.party(row, "party_kind", "party_id"),
                null,
                row.getInt("kills"),
                row.getInt("final_blows"),
                losses,
                row.getLong("damage_done"),
                // nothing is worth nothing: a sum of 0 over losses means that no value is known
                losses > 0 && lost.signum() == 0 ? null : lost,
                Rows.instant(row, "first_seen"),
                Rows.instant(row, "last_seen"),
                hulls(row.getString("hulls")));
    }

    private List<FlownHull> hulls(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return MessageJson.mapper().readValue(json, HULLS).stream()
                    .map(hull -> new FlownHull(
                            hull.hullTypeId(), names.type(hull.hullTypeId()), hull.kills(), hull.losses()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The statement's own JSON does not fit its answer", e);
        }
    }
}
