package io.battlescope.view.battle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Party;
import io.battlescope.view.JsonRows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.PartyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows a battle in full in one statement, and so of one moment: totals, sides and lists fit each other. */
public final class BattleDetailHandler {

    /** Kinds of parties that fired and neither flew nor lost anything under that name, such as owners of structures. */
    private static final String OTHERS = """
            (select json_agg(json_build_array(o.party ->> 'kind', (o.party ->> 'id')::bigint))
             from (select distinct a -> 'party' as party
                   from battle_killmail bk
                   join battle_mail m on m.killmail_id = bk.killmail_id
                   cross join lateral jsonb_array_elements(m.attackers) a
                   where bk.battle_id = b.battle_id and a -> 'party' is not null) o) as others""";

    private static final String TOP = """
            , top as materialized (
                select * from battle_killmail bk where bk.battle_id = :battleId
                order by bk.isk desc nulls last, bk.killmail_id limit %d)
            """.formatted(TopLoss.SHOWN);

    private static final String TOP_LOSSES = """
            (select json_agg(json_build_array(
                    t.killmail_id, t.occurred_at, t.victim_character_id, t.victim_corporation_id, t.victim_alliance_id,
                    t.victim_party_kind, t.victim_party_id, t.hull_type_id, t.isk) order by t.isk desc nulls last, t.killmail_id)
             from top t) as top_losses""";

    /** Everybody whom the answer names. */
    private static final String NAMED = "array(" + SideSql.PARTIES
            + " union select unnest(array[f.low, f.high]) from battle_pair f where f.battle_id = b.battle_id"
            + " union select unnest(array[t.victim_character_id, t.victim_corporation_id, t.victim_alliance_id]) from top t)";

    private static final String OVERLAY = """
            (select json_agg(json_build_array(o.act_id, o.actor, o.reason, o.at, o.act) order by o.at, o.act_id)
             from battle_overlay o where o.battle_id = b.battle_id and o.undone_by is null) as overlay""";

    private static final String SQL = SideSql.WITH_LOSS + TOP + "select "
            + String.join(
                    ", ",
                    BattleRow.COLUMNS,
                    SideSql.STANDS,
                    SideSql.PILOTS,
                    SideSql.LOSSES,
                    PairText.COLUMN,
                    SideSql.HULLS,
                    OVERLAY,
                    SideSql.TIMELINE,
                    TOP_LOSSES,
                    EntityNames.column(NAMED))
            + " from battle b where b.battle_id = :battleId and " + BattleRow.VISIBLE;

    private static final String SQL_OF_OTHERS = "select " + OTHERS + " from battle b where b.battle_id = :battleId";

    private final JdbcClient jdbc;
    private final Names names;
    private final BattleRow header;

    public BattleDetailHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
        this.header = new BattleRow(names);
    }

    @QueryHandler
    public Optional<BattleDetail> handle(FindBattle question) {
        return jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .query(this::picture)
                .optional()
                .map(this::withEverybody)
                .map(picture -> picture.detail(names));
    }

    private BattlePicture picture(ResultSet row, int number) throws SQLException {
        PartyRows rows = SideSql.parties(row);
        EntityNames entities = EntityNames.read(row);
        return new BattlePicture(
                header.mapRow(row, number),
                SideSql.stands(row),
                rows.parties(),
                PairText.read(row.getString("pairs")),
                rows,
                SideSql.hulls(row),
                JsonRows.read(row.getString("overlay"), BattleDetailHandler::entry),
                SideSql.timeline(row),
                JsonRows.read(row.getString("top_losses"), loss -> loss(loss, entities)),
                entities);
    }

    /** What kind of party an id is never changes, so this need not be of the same moment; it is seldom asked. */
    private BattlePicture withEverybody(BattlePicture picture) {
        if (picture.knowsEverybody()) {
            return picture;
        }
        List<Party> others = jdbc.sql(SQL_OF_OTHERS)
                .param("battleId", picture.battle().battleId())
                .query((row, number) -> JsonRows.read(row.getString("others"), party -> party.party(0)))
                .single();
        return picture.with(others);
    }

    private TopLoss loss(JsonRows.Row row, EntityNames entities) {
        int hull = row.number(7);
        return new TopLoss(
                row.id(0),
                row.instant(1),
                entities.combatant(row.idOrNull(2), row.idOrNull(3), row.idOrNull(4), row.party(5)),
                hull,
                names.type(hull),
                row.isk(8));
    }

    private static OverlayEntry entry(JsonRows.Row row) {
        try {
            OverlayAct act = MessageJson.mapper().readValue(row.json(4), OverlayAct.class);
            return new OverlayEntry(row.text(0), row.text(1), row.text(2), row.instant(3), act);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds an act that nobody can read", e);
        }
    }
}
