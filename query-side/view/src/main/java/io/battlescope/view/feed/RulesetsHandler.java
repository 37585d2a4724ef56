package io.battlescope.view.feed;

import io.battlescope.api.feed.Ruleset;
import io.battlescope.view.Rows;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds rulesets; the one of the highest number is in force. */
public final class RulesetsHandler {

    private static final String SELECT = """
            select number, number = (select max(number) from ruleset_version) as in_force, ruleset, actor, reason, act_id,
                   adopted_at
            from ruleset_version where number < :before order by number desc limit :rows""";

    private final JdbcClient jdbc;

    public RulesetsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Optional<RulesetView> handle(FindRulesetInForce question) {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @QueryHandler
    public Page<RulesetView> handle(FindRulesets question) {
        long before = question.page().after().map(RulesetsHandler::number).orElse(Long.MAX_VALUE);
        return Page.cut(
                before(before, question.page().rows()),
                question.page().limit(),
                version -> Position.of(version.number()));
    }

    private List<RulesetView> before(long number, int rows) {
        return jdbc.sql(SELECT)
                .param("before", number)
                .param("rows", rows)
                .query(RulesetsHandler::version)
                .list();
    }

    private static RulesetView version(ResultSet row, int number) throws SQLException {
        return new RulesetView(
                row.getInt("number"),
                row.getBoolean("in_force"),
                ToldJson.read(row.getString("ruleset"), Ruleset.class),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("act_id"),
                Rows.instant(row, "adopted_at"));
    }

    private static long number(Position position) {
        position.requireKeys(1);
        return position.number(0);
    }
}
