package io.battlescope.view.act;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds acts of admins, one or a page of them. */
public final class ActsHandler {

    private final JdbcClient jdbc;

    public ActsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<ActView> handle(FindAct question) {
        return jdbc.sql(ActRow.SELECT + " where a.act_id = :actId" + ActRow.GROUP)
                .param("actId", question.actId())
                .query(ActRow::read)
                .optional();
    }

    @QueryHandler
    public Optional<String> handle(FindOrderDigest question) {
        return jdbc.sql("select digest from act_order where act_id = :actId")
                .param("actId", question.actId())
                .query(String.class)
                .optional();
    }

    @QueryHandler
    public Page<ActView> handle(FindActs question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        String sql = ActRow.SELECT
                + where(question, parameters)
                + ActRow.GROUP
                + having(question, parameters)
                + " order by a.requested_at desc, a.act_id desc limit :rows";
        List<ActView> found =
                jdbc.sql(sql).params(parameters).query(ActRow::read).list();
        return Page.cut(found, question.page().limit(), act -> Position.of(act.requestedAt(), act.actId()));
    }

    private static String where(FindActs question, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (question.battleId() != null) {
            conditions.add("a.target = :battleId");
            parameters.put("battleId", question.battleId());
        }
        question.page().after().ifPresent(position -> {
            position.requireKeys(2);
            conditions.add("(a.requested_at, a.act_id) < (:requestedAt, :actId)");
            parameters.put("requestedAt", Rows.parameter(position.instant(0)));
            parameters.put("actId", position.id(1));
        });
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String having(FindActs question, Map<String, Object> parameters) {
        if (question.statuses().isEmpty()) {
            return "";
        }
        parameters.put(
                "statuses",
                question.statuses().stream()
                        .map((ActStatus status) -> JsonNames.of(status))
                        .toList());
        return " having " + ActRow.STATUS + " in (:statuses)";
    }
}
