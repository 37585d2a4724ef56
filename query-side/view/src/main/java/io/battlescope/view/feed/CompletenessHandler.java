package io.battlescope.view.feed;

import io.battlescope.view.Rows;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how complete days are. */
public final class CompletenessHandler {

    /** Bounds that nobody gave lie beyond every day. */
    private static final String WITHIN =
            " from completeness_day where day between coalesce(:from, '-infinity'::date) and coalesce(:to, 'infinity'::date)";

    private static final String DAYS = """
            select day, known, held, refused, quarantined, missing, beyond, compared_at, source""" + WITHIN + """
             and day < coalesce(:before, 'infinity'::date) order by day desc limit :rows""";

    private static final String TOTALS = """
            select coalesce(:from, min(day)) as first, coalesce(:to, max(day)) as last, count(*) as days,
                   coalesce(sum(known), 0) as known, coalesce(sum(held), 0) as held,
                   coalesce(sum(refused), 0) as refused, coalesce(sum(quarantined), 0) as quarantined,
                   coalesce(sum(missing), 0) as missing, coalesce(sum(beyond), 0) as beyond,
                   (select count(*) from feed_gap where status = 'open') as open_gaps,
                   min(compared_at) as oldest, max(compared_at) as newest""" + WITHIN;

    private final JdbcClient jdbc;

    public CompletenessHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<CompletenessDayView> handle(FindCompletenessDays question) {
        LocalDate before =
                question.page().after().map(CompletenessHandler::dayOf).orElse(null);
        List<CompletenessDayView> found = jdbc.sql(DAYS)
                .param("from", question.from(), Types.DATE)
                .param("to", question.to(), Types.DATE)
                .param("before", before, Types.DATE)
                .param("rows", question.page().rows())
                .query(CompletenessHandler::day)
                .list();
        return Page.cut(found, question.page().limit(), day -> Position.of(day.day()));
    }

    @QueryHandler
    public CompletenessTotals handle(SumUpCompleteness question) {
        return jdbc.sql(TOTALS)
                .param("from", question.from(), Types.DATE)
                .param("to", question.to(), Types.DATE)
                .query((row, number) -> new CompletenessTotals(
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("days"),
                        row.getLong("known"),
                        row.getLong("held"),
                        row.getLong("refused"),
                        row.getLong("quarantined"),
                        row.getLong("missing"),
                        row.getLong("beyond"),
                        row.getLong("open_gaps"),
                        Rows.instant(row, "oldest"),
                        Rows.instant(row, "newest")))
                .single();
    }

    private static CompletenessDayView day(ResultSet row, int number) throws SQLException {
        return new CompletenessDayView(
                row.getObject("day", LocalDate.class),
                row.getLong("known"),
                row.getLong("held"),
                row.getLong("refused"),
                row.getLong("quarantined"),
                row.getLong("missing"),
                row.getLong("beyond"),
                Rows.instant(row, "compared_at"),
                row.getString("source"));
    }

    private static LocalDate dayOf(Position position) {
        position.requireKeys(1);
        return position.day(0);
    }
}
