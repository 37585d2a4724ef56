package io.battlescope.view.progress;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.view.Rows;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists dead letters backwards along their numbers. */
public final class DeadLettersHandler {

    private static final String SELECT = """
            select dead_letter_id, stage, source, position, killmail_id, code, detail, left(payload, %d) as payload,
                   coalesce(length(payload), 0) as payload_length, occurred_at
            from dead_letter where evicted_at is null and dead_letter_id < :after""".formatted(DeadLetterView.PAYLOAD_CHARACTERS);

    private final JdbcClient jdbc;

    public DeadLettersHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<DeadLetterView> handle(FindDeadLetters question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "after", question.page().after().map(DeadLettersHandler::letter).orElse(Long.MAX_VALUE));
        parameters.put("rows", question.page().rows());
        boolean any = question.codes().isEmpty();
        String codes = any ? " and code not in (:codes)" : " and code in (:codes)";
        parameters.put("codes", any ? Set.of(DeadLetter.RELEASED) : question.codes());
        List<DeadLetterView> found = jdbc.sql(SELECT + codes + " order by dead_letter_id desc limit :rows")
                .params(parameters)
                .query((row, number) -> new DeadLetterView(
                        row.getLong("dead_letter_id"),
                        row.getString("stage"),
                        row.getString("source"),
                        row.getString("position"),
                        Rows.longOrNull(row, "killmail_id"),
                        row.getString("code"),
                        row.getString("detail"),
                        row.getString("payload"),
                        row.getInt("payload_length"),
                        Rows.instant(row, "occurred_at")))
                .list();
        return Page.cut(found, question.page().limit(), letter -> Position.of(letter.deadLetterId()));
    }

    private static long letter(Position position) {
        position.requireKeys(1);
        return position.number(0);
    }
}
