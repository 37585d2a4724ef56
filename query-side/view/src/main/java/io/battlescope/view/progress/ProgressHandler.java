package io.battlescope.view.progress;

import io.battlescope.view.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the handful of rows that the processors write with their batches. */
public final class ProgressHandler {

    private static final String SQL = """
            select processor, handled, last_occurred_at, last_received_at, updated_at
            from projection_progress p left join projection_version v using (processor, schema_name)
            where coalesce(v.state, 'living') = 'living'
            order by processor
            """;

    private final JdbcClient jdbc;

    public ProgressHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Progress handle(FindProgress question) {
        return new Progress(jdbc.sql(SQL)
                .query((row, number) -> new Progress.Processor(
                        row.getString("processor"),
                        row.getLong("handled"),
                        Rows.instant(row, "last_occurred_at"),
                        Rows.instant(row, "last_received_at"),
                        Rows.instant(row, "updated_at")))
                .list());
    }
}
