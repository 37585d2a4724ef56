package io.battlescope.view.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds a page of the audit. */
public final class AuditHandler {

    private static final Map<String, ActStatus> STATUSES = JsonNames.byName(ActStatus.values());
    private static final Map<String, Role> ROLES = JsonNames.byName(Role.values());
    private static final TypeReference<TreeMap<String, Long>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public AuditHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<AuditEntry> handle(FindAudit question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        List<AuditEntry> found = jdbc.sql("select * from audit" + where(question, parameters)
                        + " order by decided_at desc, act_id desc, part desc, status desc limit :rows")
                .params(parameters)
                .query(AuditHandler::read)
                .list();
        return Page.cut(found, question.page().limit(), AuditHandler::position);
    }

    private static Position position(AuditEntry entry) {
        return Position.of(entry.decidedAt(), entry.actId(), entry.part(), JsonNames.of(entry.outcome()));
    }

    private static String where(FindAudit question, Map<String, Object> parameters) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("actor = :actor", question.actor());
        wanted.put("what = :what", question.what());
        wanted.put("target = :target", question.target());
        wanted.put("status = :outcome", question.outcome() == null ? null : JsonNames.of(question.outcome()));
        wanted.put("decided_at >= :from", time(question.from()));
        wanted.put("decided_at <= :to", time(question.to()));
        List<String> conditions = new ArrayList<>();
        wanted.forEach((condition, value) -> {
            if (value != null) {
                conditions.add(condition);
                parameters.put(condition.substring(condition.indexOf(':') + 1), value);
            }
        });
        question.page().after().ifPresent(position -> conditions.add(behind(position, parameters)));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String behind(Position position, Map<String, Object> parameters) {
        position.requireKeys(4);
        parameters.put("decidedAt", Rows.parameter(position.instant(0)));
        parameters.put("actId", position.text(1));
        parameters.put("part", position.number(2));
        parameters.put("status", position.text(3));
        return "(decided_at, act_id, part, status) < (:decidedAt, :actId, :part, :status)";
    }

    private static Object time(Instant time) {
        return time == null ? null : Rows.parameter(time);
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("act_id"),
                row.getInt("part"),
                row.getInt("parts"),
                row.getString("what"),
                row.getString("target"),
                row.getString("actor"),
                role(row.getString("role")),
                row.getString("reason"),
                Rows.instant(row, "requested_at"),
                Rows.instant(row, "decided_at"),
                STATUSES.get(row.getString("status")),
                row.getString("code"),
                row.getString("detail"),
                json(row.getString("figures"), FIGURES),
                json(row.getString("before"), TEXTS),
                json(row.getString("after"), TEXTS));
    }

    private static Role role(String name) {
        return name == null ? null : ROLES.get(name);
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return MessageJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit holds what is neither figures nor texts", e);
        }
    }
}
