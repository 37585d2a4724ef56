package io.battlescope.view.deadletter;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.view.Rows;
import io.battlescope.view.deadletter.DeadSequence.Kind;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists sequences of dead letters. Processors park some thousands at most; of the pipeline's letters an index gives one page. */
public final class DeadSequencesHandler {

    private static final String PARKED = """
            select 'processor' as kind, token_name as owner, sequence, letters, first.*,
                   case when first.payload_type = 'unreadable' then 'UNREADABLE'
                        when first.waits_for is not null then 'WAITS' else 'FAILED' end as code
            from (select token_name, sequence, count(*) as letters, min(parked_at) as since from parked_letter
                  where (:processor::text is null or split_part(token_name, '@', 1) = :processor) and :stage::text is null
                  group by token_name, sequence) s
                 cross join lateral (
                     select s.since, l.payload_type, l.cause, l.waits_for, l.attempts, l.last_attempt_at from parked_letter l
                     where l.token_name = s.token_name and l.sequence = s.sequence
                     order by l.waits_for is not null, l.number nulls first, l.placed_at limit 1) first""";

    private static final String OF_PIPELINE = """
            select 'pipeline' as kind, stage as owner, dead_letter_id::text as sequence, 1::bigint as letters,
                   occurred_at as since, null::text as payload_type, coalesce(detail, code) as cause, null::text as waits_for,
                   1 as attempts, null::timestamptz as last_attempt_at, code
            from dead_letter
            where evicted_at is null and (:stage::text is null or stage = :stage) and (:processor::text is null or stage = :processor)
              and (case when :code::text is null then code <> '%s' else code = :code end)
              and (occurred_at, stage, dead_letter_id::text) < (:since, :owner, :sequence)
            order by occurred_at desc, stage desc, dead_letter_id::text desc limit :rows""".formatted(DeadLetter.RELEASED);

    private static final String SELECT = """
            select * from (select * from (%s) parked union all select * from (%s) pipeline) d
            where (:code::text is null or code = :code) and (since, owner, sequence) < (:since, :owner, :sequence)
            order by since desc, owner desc, sequence desc limit :rows""".formatted(PARKED, OF_PIPELINE);

    private static final Instant FIRST_PAGE = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    public DeadSequencesHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public Page<DeadSequence> handle(FindDeadSequences question) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("rows", question.page().rows()));
        parameters.put("processor", question.processor());
        parameters.put("stage", question.stage());
        parameters.put("code", question.code());
        Position after = question.page().after().orElse(Position.of(FIRST_PAGE, "", ""));
        after.requireKeys(3);
        parameters.put("since", Rows.parameter(after.instant(0)));
        parameters.put("owner", after.text(1));
        parameters.put("sequence", after.text(2));
        List<Found> found = jdbc.sql(SELECT)
                .params(parameters)
                .query(DeadSequencesHandler::read)
                .list();
        Page<Found> page = Page.cut(
                found,
                question.page().limit(),
                each -> Position.of(
                        each.sequence().since(), each.owner(), each.sequence().sequence()));
        return new Page<>(page.items().stream().map(Found::sequence).toList(), page.end());
    }

    private record Found(String owner, DeadSequence sequence) {}

    private static Found read(ResultSet row, int number) throws SQLException {
        Owner owner = Owner.of(row.getString("owner"));
        return new Found(
                row.getString("owner"),
                new DeadSequence(
                        row.getString("kind").equals("processor") ? Kind.PROCESSOR : Kind.PIPELINE,
                        owner.processor(),
                        owner.version(),
                        row.getString("sequence"),
                        row.getLong("letters"),
                        row.getString("code"),
                        row.getString("cause"),
                        row.getString("waits_for"),
                        row.getInt("attempts"),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "last_attempt_at")));
    }
}
