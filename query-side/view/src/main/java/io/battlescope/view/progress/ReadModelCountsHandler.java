package io.battlescope.view.progress;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in one statement, and so at one instant. Few battles are hidden, so their killmails are what is looked up singly. */
public final class ReadModelCountsHandler {

    private static final String SQL = """
            select (select count(*) from killmail) as killmails,
                   (select count(*) from battle_killmail)
                   - (select count(*) from battle b join battle_killmail bk on bk.battle_id = b.battle_id
                      where not (b.merged_into is null and b.loss_count >= b.min_losses)) as in_battles,
                   count(*) as battles, coalesce(sum(b.kill_count), 0) as battle_killmails
            from battle b where b.merged_into is null and b.loss_count >= b.min_losses
            """;

    private final JdbcClient jdbc;

    public ReadModelCountsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public ReadModelCounts handle(CountReadModel question) {
        return jdbc.sql(SQL)
                .query((row, number) -> new ReadModelCounts(
                        row.getLong("killmails"),
                        row.getLong("in_battles"),
                        row.getLong("battles"),
                        row.getLong("battle_killmails")))
                .single();
    }
}
