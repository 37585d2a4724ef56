package io.battlescope.view.feed;

import io.battlescope.api.feed.FeedGap;
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
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the ranges that a live feed lost. */
public final class GapsHandler {

    private static final String SELECT = """
            select feed, first_sequence, last_sequence, status, not_before, not_after, noticed_at, job_id, filled_at
            from feed_gap""";

    private static final Map<String, FeedGap.Status> STATUSES = JsonNames.byName(FeedGap.Status.values());

    private final JdbcClient jdbc;

    public GapsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<GapView> handle(FindGaps question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        List<GapView> found = jdbc.sql(SELECT
                        + where(question, parameters)
                        + " order by noticed_at desc, first_sequence desc, feed desc limit :rows")
                .params(parameters)
                .query(GapsHandler::gap)
                .list();
        return Page.cut(
                found, question.page().limit(), gap -> Position.of(gap.noticedAt(), gap.firstSequence(), gap.feed()));
    }

    private static String where(FindGaps question, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (!question.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            parameters.put(
                    "statuses",
                    question.statuses().stream()
                            .map((FeedGap.Status status) -> JsonNames.of(status))
                            .toList());
        }
        question.page().after().ifPresent(position -> {
            position.requireKeys(3);
            conditions.add("(noticed_at, first_sequence, feed) < (:noticedAt, :firstSequence, :feed)");
            parameters.put("noticedAt", Rows.parameter(position.instant(0)));
            parameters.put("firstSequence", position.number(1));
            parameters.put("feed", position.text(2));
        });
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static GapView gap(ResultSet row, int number) throws SQLException {
        return new GapView(
                row.getString("feed"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                STATUSES.get(row.getString("status")),
                Rows.instant(row, "not_before"),
                Rows.instant(row, "not_after"),
                Rows.instant(row, "noticed_at"),
                row.getString("job_id"),
                Rows.instant(row, "filled_at"));
    }
}
