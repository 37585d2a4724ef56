package io.battlescope.view.battle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.name.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows a battle in full in one round trip; PostgreSQL puts the lists together. Losses of parties are counted from the
 * killmails, because structures lose without a pilot; a capsule is no loss of its own when its pilot also lost a ship (category
 * 6, or a hull so new that static data lacks it) in the battle.
 */
public final class BattleDetailHandler {

    private static final String TIMELINE = """
            (select jsonb_agg(jsonb_build_object(
                    'minute', m.minute, 'killCount', m.kills, 'iskDestroyed', m.isk) order by m.minute)
             from (select date_trunc('minute', bk.occurred_at) as minute, count(*) as kills, sum(bk.isk) as isk
                   from battle_killmail bk where bk.battle_id = b.battle_id group by 1) m) as timeline""";

    private static final String TOP_LOSSES = """
            (select jsonb_agg(jsonb_build_object(
                    'killmailId', t.killmail_id, 'occurredAt', t.occurred_at, 'characterId', t.victim_character_id,
                    'corporationId', t.victim_corporation_id, 'allianceId', t.victim_alliance_id,
                    'party', case when t.victim_party_id is not null
                        then jsonb_build_object('kind', t.victim_party_kind, 'id', t.victim_party_id) end,
                    'hullTypeId', t.hull_type_id, 'iskDestroyed', t.isk) order by t.isk desc nulls last, t.killmail_id)
             from (select * from battle_killmail bk where bk.battle_id = b.battle_id
                   order by bk.isk desc nulls last, bk.killmail_id limit 10) t) as top_losses""";

    private static final String PARTIES = """
            (with loss as (
                 select bk.victim_party_id as party_id, bk.victim_party_kind as party_kind, bk.isk,
                        not (bk.capsule and bk.victim_character_id is not null
                             and bool_or(not bk.capsule and not bk.structure and coalesce(k.hull_category_id, 6) = 6)
                                 over (partition by bk.victim_character_id)) as counts
                 from battle_killmail bk left join killmail k on k.killmail_id = bk.killmail_id
                 where bk.battle_id = b.battle_id),
             lost as (
                 select party_id, party_kind, count(*) filter (where counts) as losses, sum(isk) as isk
                 from loss where party_id is not null group by party_id, party_kind),
             fought as (
                 select p.party_id, p.party_kind, count(*) as pilots, sum(p.final_blows) as kills
                 from battle_participant p where p.battle_id = b.battle_id group by p.party_id, p.party_kind)
             select jsonb_agg(jsonb_build_object(
                     'party', jsonb_build_object('kind', party_kind, 'id', party_id), 'killCount', coalesce(kills, 0),
                     'lossCount', coalesce(losses, 0), 'pilotCount', coalesce(pilots, 0), 'iskLost', lost.isk)
                     order by coalesce(pilots, 0) desc, party_id)
             from fought full join lost using (party_id, party_kind)) as parties""";

    private static final String SQL = "select " + BattleRow.COLUMNS + ", " + TIMELINE + ", " + TOP_LOSSES + ", "
            + PARTIES + " from battle b where b.battle_id = :battleId and " + BattleRow.VISIBLE;

    private static final TypeReference<List<TimelineMinute>> MINUTES = new TypeReference<>() {};
    private static final TypeReference<List<TopLoss>> LOSSES = new TypeReference<>() {};
    private static final TypeReference<List<PartyTotals>> TOTALS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Names names;
    private final BattleRow summary;

    public BattleDetailHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
        this.summary = new BattleRow(names);
    }

    @QueryHandler
    public Optional<BattleDetail> handle(FindBattle question) {
        return jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .query(this::detail)
                .optional();
    }

    private BattleDetail detail(ResultSet row, int number) throws SQLException {
        return new BattleDetail(
                summary.mapRow(row, number),
                list(row.getString("timeline"), MINUTES).stream()
                        .map(m -> new TimelineMinute(m.minute(), m.killCount(), Rows.isk(m.iskDestroyed())))
                        .toList(),
                list(row.getString("top_losses"), LOSSES).stream()
                        .map(this::named)
                        .toList(),
                list(row.getString("parties"), TOTALS).stream()
                        .map(p -> new PartyTotals(
                                p.party(), p.killCount(), p.lossCount(), p.pilotCount(), Rows.isk(p.iskLost())))
                        .toList());
    }

    private TopLoss named(TopLoss loss) {
        return new TopLoss(
                loss.killmailId(),
                loss.occurredAt(),
                loss.characterId(),
                loss.corporationId(),
                loss.allianceId(),
                loss.party(),
                loss.hullTypeId(),
                names.type(loss.hullTypeId()),
                Rows.isk(loss.iskDestroyed()));
    }

    /** An aggregate over no rows is {@code null}, not an empty list. */
    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : MessageJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The statement's own JSON does not fit its answer", e);
        }
    }
}
