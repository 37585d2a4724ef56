package io.battlescope.view.feed;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds backfills, one or a page of them. */
public final class BackfillsHandler {

    private static final String SELECT = "select job from backfill_job";

    private final JdbcClient jdbc;

    public BackfillsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<BackfillView> handle(FindBackfill question) {
        return jdbc.sql(SELECT + " where job_id = :jobId")
                .param("jobId", question.jobId())
                .query(BackfillsHandler::job)
                .optional();
    }

    @QueryHandler
    public Page<BackfillView> handle(FindBackfills question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        List<BackfillView> found = jdbc.sql(
                        SELECT + where(question, parameters) + " order by created_at desc, job_id desc limit :rows")
                .params(parameters)
                .query(BackfillsHandler::job)
                .list();
        return Page.cut(found, question.page().limit(), job -> Position.of(job.createdAt(), job.jobId()));
    }

    private static String where(FindBackfills question, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (!question.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            parameters.put(
                    "statuses",
                    question.statuses().stream()
                            .map((BackfillJob.Status status) -> JsonNames.of(status))
                            .toList());
        }
        question.page().after().ifPresent(position -> {
            position.requireKeys(2);
            conditions.add("(created_at, job_id) < (:createdAt, :jobId)");
            parameters.put("createdAt", Rows.parameter(position.instant(0)));
            parameters.put("jobId", position.text(1));
        });
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static BackfillView job(ResultSet row, int number) throws SQLException {
        return BackfillView.of(ToldJson.read(row.getString("job"), BackfillJob.class));
    }
}
