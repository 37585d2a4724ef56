package io.battlescope.view.processor;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the versions of what processors keep. */
public final class ProcessorsHandler {

    private final JdbcClient jdbc;

    public ProcessorsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<KnownProcessor> handle(FindProcessors question) {
        return jdbc.sql("select processor, version, state from projection_version order by processor, version")
                .query((row, number) ->
                        new KnownProcessor(row.getString("processor"), row.getInt("version"), row.getString("state")))
                .list();
    }
}
