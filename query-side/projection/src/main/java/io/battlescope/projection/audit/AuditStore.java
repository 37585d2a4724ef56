package io.battlescope.projection.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code audit}. */
@Component
class AuditStore {

    /** The key is what makes two tellings the same one. */
    private static final Upsert<ActOutcome> OUTCOMES = Upsert.<ActOutcome>into("audit")
            .column("act_id", "text", ActOutcome::actId)
            .column("part", "int4", ActOutcome::part)
            .column("status", "text", outcome -> JsonName.of(outcome.status()))
            .column("decided_at", "timestamptz", ActOutcome::decidedAt)
            .column("parts", "int4", ActOutcome::parts)
            .column("what", "text", ActOutcome::what)
            .column("target", "text", ActOutcome::target)
            .column("actor", "text", ActOutcome::actor)
            .column("role", "text", outcome -> outcome.role() == null ? null : JsonName.of(outcome.role()))
            .column("reason", "text", ActOutcome::reason)
            .column("requested_at", "timestamptz", ActOutcome::requestedAt)
            .column("code", "text", ActOutcome::code)
            .column("detail", "text", ActOutcome::detail)
            .column("figures", "jsonb", outcome -> JsonText.of(outcome.figures()))
            .column("before", "jsonb", outcome -> JsonText.of(outcome.before()))
            .column("after", "jsonb", outcome -> JsonText.of(outcome.after()))
            .onConflict("(act_id, part, status, decided_at) do nothing");

    private final JdbcTemplate jdbc;

    AuditStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<ActOutcome> outcomes) {
        OUTCOMES.write(jdbc, outcomes);
    }
}
