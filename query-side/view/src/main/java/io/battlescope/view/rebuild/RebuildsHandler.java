package io.battlescope.view.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.view.Rows;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds rebuilds, one or a page of them. */
public final class RebuildsHandler {

    private static final String SELECT = """
            select r.rebuild_id, r.processor, r.old_version, r.new_version, coalesce(v.version, r.old_version) as living_version, r.state,
                   r.switch_when_equal, r.detail, r.figures, r.compared, r.created_at, r.updated_at, r.ended_at
            from rebuild r left join projection_version v on v.processor = r.processor and v.state = 'living'
            """;

    private static final TypeReference<TreeMap<String, Long>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<List<ComparedTable>> TABLES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public RebuildsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<RebuildView> handle(FindRebuild question) {
        return jdbc.sql(SELECT + " where r.rebuild_id = :rebuildId")
                .param("rebuildId", question.rebuildId())
                .query(RebuildsHandler::read)
                .optional();
    }

    @QueryHandler
    public Page<RebuildView> handle(FindRebuilds question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        List<RebuildView> found = jdbc.sql(SELECT + where(question, parameters)
                        + " order by r.created_at desc, r.rebuild_id desc limit :rows")
                .params(parameters)
                .query(RebuildsHandler::read)
                .list();
        return Page.cut(found, question.page().limit(), each -> Position.of(each.createdAt(), each.rebuildId()));
    }

    private static String where(FindRebuilds question, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (question.processor() != null) {
            conditions.add("r.processor = :processor");
            parameters.put("processor", question.processor());
        }
        question.page().after().ifPresent(position -> {
            position.requireKeys(2);
            conditions.add("(r.created_at, r.rebuild_id) < (:createdAt, :rebuildId)");
            parameters.put("createdAt", Rows.parameter(position.instant(0)));
            parameters.put("rebuildId", position.text(1));
        });
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static RebuildView read(ResultSet row, int number) throws SQLException {
        return new RebuildView(
                row.getString("rebuild_id"),
                row.getString("processor"),
                row.getInt("old_version"),
                row.getInt("new_version"),
                row.getInt("living_version"),
                row.getString("state"),
                row.getBoolean("switch_when_equal"),
                row.getString("detail"),
                json(row.getString("figures"), FIGURES),
                json(row.getString("compared"), TABLES),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.instant(row, "ended_at"));
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return MessageJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds a rebuild that nobody can read", e);
        }
    }
}
