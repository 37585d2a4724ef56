package io.battlescope.projection.act;

import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code act}. */
@Component
class ActStore {

    private static final Upsert<KnownAct> REQUESTED = columns().onConflict("(act_id, part) do nothing");

    /** The same choice as {@link KnownAct#or}. */
    private static final Upsert<KnownAct> DECIDED = columns().onConflict("""
            (act_id, part) do update set
                (asked_of, parts, what, target, actor, reason, requested_at, decided_at, status, code, detail, figures)
              = (null, excluded.parts, excluded.what, excluded.target, excluded.actor, excluded.reason, excluded.requested_at,
                 excluded.decided_at, excluded.status, excluded.code, excluded.detail, excluded.figures)
            where act.status = 'pending'
               or (excluded.status = 'done' and act.status <> 'done')
               or (excluded.status = act.status and excluded.decided_at < act.decided_at)""");

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
                .column("figures", "jsonb", act -> act.figures() == null ? null : JsonText.of(act.figures()));
    }

    /** Acts asked for; the ones known already stay as they are. */
    void request(List<KnownAct> acts) {
        TreeMap<KnownAct.Key, KnownAct> first = new TreeMap<>();
        acts.forEach(act -> first.putIfAbsent(act.key(), act));
        REQUESTED.write(jdbc, first.values());
    }

    void decide(List<KnownAct> acts) {
        TreeMap<KnownAct.Key, KnownAct> decided = new TreeMap<>();
        acts.forEach(act -> decided.merge(act.key(), act, KnownAct::or));
        Collection<KnownAct> rows = decided.values();
        DECIDED.write(jdbc, rows);
    }

    /** What was decided does not come from the orders, and stays. */
    void forgetPending(String askedOf) {
        jdbc.update("delete from act where status = 'pending' and asked_of = ?", askedOf);
    }

    void forgetDecided() {
        jdbc.update("delete from act where status <> 'pending'");
    }
}
