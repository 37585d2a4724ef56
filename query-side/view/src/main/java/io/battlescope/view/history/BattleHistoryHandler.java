package io.battlescope.view.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a battle's history along its key; what an entry needs of earlier ones is looked up backwards from it. */
public final class BattleHistoryHandler {

    /** A battle that went into another holds nothing, so what it knew before is of no account. */
    private static final String LATEST_KILL = """
            (select (p.data #>> '{totals,endTime}')::timestamptz from battle_history p
             where p.battle_id = h.battle_id and p.sequence < h.sequence
               and (p.data -> 'totals' is not null or p.kind = 'BattleMerged')
             order by p.sequence desc limit 1) as latest_kill""";

    private static final String GAP = """
            (select (p.data #>> '{rule,gapSeconds}')::integer from battle_history p
             where p.battle_id = h.battle_id and p.sequence < h.sequence and p.kind in ('BattleOpened', 'RuleAdopted')
             order by p.sequence desc limit 1) as gap_seconds""";

    /** The killmails of an absorbed battle follow the absorption: as many as it held. */
    private static final String TAKEN_FROM = """
            (select a.data ->> 'absorbedBattleId'
             from (select p.sequence, p.data from battle_history p
                   where p.battle_id = h.battle_id and p.sequence < h.sequence and p.kind = 'BattleAbsorbed'
                   order by p.sequence desc limit 1) a
             where (a.data ->> 'killCount')::integer > (
                 select coalesce(sum(jsonb_array_length(p.data -> 'killmails')), 0) from battle_history p
                 where p.battle_id = h.battle_id and p.kind = 'KillmailsAttributed'
                   and p.sequence > a.sequence and p.sequence < h.sequence)) as taken_from""";

    /** Whom an admin's act names: a party, another one, or several; the path looks into lists by itself. */
    private static final String NAMED =
            "array(select id::bigint from jsonb_path_query(h.data, '$.entry.act.*.id') parties(id))";

    private static final String SQL = "select h.sequence, h.at, h.kind, h.data, " + LATEST_KILL + ", " + GAP + ", "
            + TAKEN_FROM + ", " + EntityNames.column(NAMED)
            + " from battle_history h where h.battle_id = :battleId and h.sequence > :after"
            + " order by h.sequence limit :rows";

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public BattleHistoryHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<HistoryEntry> handle(FindBattleHistory question) {
        long after = question.page().after().map(BattleHistoryHandler::sequence).orElse(-1L);
        List<HistoryEntry> found = jdbc.sql(SQL)
                .param("battleId", question.battleId())
                .param("after", after)
                .param("rows", question.page().rows())
                .query(BattleHistoryHandler::entry)
                .list();
        return Page.cut(found, question.page().limit(), entry -> Position.of(entry.sequence()));
    }

    private static long sequence(Position position) {
        position.requireKeys(1);
        return position.number(0);
    }

    private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String data = row.getString("data");
        Told told = Told.read(kind, data);
        Background background = new Background(
                Rows.instant(row, "latest_kill"), Rows.intOrNull(row, "gap_seconds"), row.getString("taken_from"));
        Long late = told instanceof Told.Added added ? background.lateness(earliest(added)) : null;
        return new HistoryEntry(
                row.getLong("sequence"),
                Rows.instant(row, "at"),
                kind,
                Sentence.about(told, late, background.takenFrom(), EntityNames.read(row)),
                late,
                data(data));
    }

    private static Instant earliest(Told.Added added) {
        return added.killmails().stream()
                .map(Told.Mail::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Map<String, Object> data(String json) {
        try {
            return MessageJson.mapper().readValue(json, DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds a history that nobody can read", e);
        }
    }
}
