package io.battlescope.projection.act;

import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code act}. */
@Component
class ActStore {

    private static final Upsert<KnownAct> REQUESTED = columns().onConflict("(act_id, part) do nothing");

    /** The same choice as {@link KnownAct#or}. */
    private static final Upsert<KnownAct> HEARD = columns().onConflict("""
            (act_id, part) do update set
                (asked_of, parts, what, target, actor, reason, requested_at, decided_at, status, code, detail, figures,
                 before, after)
              = (null, excluded.parts, excluded.what, excluded.target, excluded.actor, excluded.reason, excluded.requested_at,
                 excluded.decided_at, excluded.status, excluded.code, excluded.detail, excluded.figures,
                 excluded.before, excluded.after)
            where act.status = 'pending'
               or (act.status = 'running' and (excluded.status <> 'running' or excluded.decided_at > act.decided_at))
               or (act.status = 'refused' and excluded.status = 'done')
               or (act.status in ('refused', 'done') and excluded.status = act.status
                   and excluded.decided_at < act.decided_at)""");

    /** The one that came first is the one that is carried out. */
    private static final Upsert<KnownAct> ORDERS = Upsert.<KnownAct>into("act_order")
            .column("act_id", "text", act -> act.key().actId())
            .column("asked_of", "text", KnownAct::askedOf)
            .column("digest", "text", KnownAct::digest)
            .onConflict("(act_id) do nothing");

    private final JdbcTemplate jdbc;

    ActStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static Upsert.Builder<KnownAct> columns() {
        return Upsert.<KnownAct>into("act")
                .column("act_id", "text", act -> act.key().actId())
                .column("part", "int4", act -> act.key().part())
                .column("asked_of", "text", KnownAct::askedOf)
                .column("parts", "int4", KnownAct::parts)
                .column("what", "text", KnownAct::what)
                .column("target", "text", KnownAct::target)
                .column("actor", "text", KnownAct::actor)
                .column("reason", "text", KnownAct::reason)
                .column("requested_at", "timestamptz", KnownAct::requestedAt)
                .column("decided_at", "timestamptz", KnownAct::decidedAt)
                .column("status", "text", act -> JsonName.of(act.status()))
                .column("code", "text", KnownAct::code)
                .column("detail", "text", KnownAct::detail)
                .column("figures", "jsonb", act -> json(act.figures()))
                .column("before", "jsonb", act -> json(act.before()))
                .column("after", "jsonb", act -> json(act.after()));
    }

    private static String json(Map<String, ?> values) {
        return values == null ? null : JsonText.of(values);
    }

    /** Acts asked for; the ones known already stay as they are. */
    void request(List<KnownAct> acts) {
        TreeMap<KnownAct.Key, KnownAct> first = new TreeMap<>();
        acts.forEach(act -> first.putIfAbsent(act.key(), act));
        REQUESTED.write(jdbc, first.values());
        TreeMap<String, KnownAct> orders = new TreeMap<>();
        acts.forEach(act -> orders.putIfAbsent(act.key().actId(), act));
        ORDERS.write(jdbc, orders.values());
    }

    /** What became of acts. */
    void hear(List<KnownAct> acts) {
        TreeMap<KnownAct.Key, KnownAct> heard = new TreeMap<>();
        acts.forEach(act -> heard.merge(act.key(), act, KnownAct::or));
        HEARD.write(jdbc, heard.values());
    }

    /** What was decided does not come from the orders, and stays. */
    void forgetPending(String askedOf) {
        jdbc.update("delete from act where status = 'pending' and asked_of = ?", askedOf);
        jdbc.update("delete from act_order where asked_of = ?", askedOf);
    }

    void forgetRunning() {
        jdbc.update("delete from act where status = 'running'");
    }

    void forgetDecided() {
        jdbc.update("delete from act where status in ('done', 'refused')");
    }
}
