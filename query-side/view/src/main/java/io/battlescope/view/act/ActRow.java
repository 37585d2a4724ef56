package io.battlescope.view.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An act in SQL: its parts together in one row. */
final class ActRow {

    /** Grouped by the time as well, which all parts share, so that the index of recent acts gives the order. */
    static final String SELECT = """
            select a.requested_at, a.act_id, min(a.what) as what, min(a.target) as target, min(a.actor) as actor,
                   min(a.reason) as reason, max(a.parts) as parts,
                   count(*) filter (where a.status in ('done', 'refused')) as parts_decided,
                   max(a.decided_at) as decided_at, %s as status,
                   (array_agg(a.code order by a.part) filter (where a.status = 'refused'))[1] as code,
                   (array_agg(a.detail order by a.status = 'refused' desc, a.detail is null, a.part))[1] as detail,
                   (select jsonb_object_agg(figure.key, figure.total) from (
                        select f.key, sum(f.value::numeric)::bigint as total
                        from act p cross join jsonb_each_text(case jsonb_typeof(p.figures) when 'object' then p.figures end) f
                        where p.act_id = a.act_id group by f.key) figure) as figures,
                   (array_agg(a.before order by a.part) filter (where a.before is not null))[1] as before,
                   (array_agg(a.after order by a.part) filter (where a.after is not null))[1] as after
            from act a
            """.formatted(ActRow.STATUS);

    static final String GROUP = " group by a.requested_at, a.act_id";

    static final String STATUS = """
            case when bool_or(a.status = 'running') then 'running'
                 when count(*) filter (where a.status in ('done', 'refused')) < max(a.parts) then 'pending'
                 when bool_or(a.status = 'refused') then 'refused' else 'done' end""";

    private static final Map<String, ActStatus> STATUSES = JsonNames.byName(ActStatus.values());
    private static final TypeReference<TreeMap<String, Long>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private ActRow() {}

    static ActView read(ResultSet row, int number) throws SQLException {
        ActStatus status = STATUSES.get(row.getString("status"));
        return new ActView(
                row.getString("act_id"),
                row.getString("what"),
                row.getString("target"),
                row.getString("actor"),
                row.getString("reason"),
                Rows.instant(row, "requested_at"),
                status == ActStatus.DONE || status == ActStatus.REFUSED ? Rows.instant(row, "decided_at") : null,
                status,
                row.getString("code"),
                row.getString("detail"),
                map(row.getString("figures"), FIGURES),
                row.getInt("parts"),
                row.getInt("parts_decided"),
                map(row.getString("before"), TEXTS),
                map(row.getString("after"), TEXTS));
    }

    private static <V> SortedMap<String, V> map(String json, TypeReference<TreeMap<String, V>> type) {
        try {
            return json == null ? new TreeMap<>() : MessageJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds an act that nobody told", e);
        }
    }
}
