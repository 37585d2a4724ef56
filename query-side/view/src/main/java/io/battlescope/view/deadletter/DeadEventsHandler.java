package io.battlescope.view.deadletter;

import io.battlescope.view.Rows;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.Position;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the events of a sequence, with what was received. */
public final class DeadEventsHandler {

    private static final String SELECT = """
            select * from (
                select letter_id, token_name as owner, number, payload_type, topic as source,
                       partition || '@' || record_offset as position, coalesce(number, placed_at) as place,
                       case when payload_type = 'unreadable' then 'UNREADABLE'
                            when waits_for is not null then 'WAITS' else 'FAILED' end as code,
                       cause, waits_for, attempts, parked_at, last_attempt_at,
                       substring(payload from 1 for %1$d) as payload, coalesce(octet_length(payload), 0) as payload_length
                from parked_letter where split_part(token_name, '@', 1) = :processor and sequence = :sequence
                union all
                select dead_letter_id, stage, null, null, source, position, dead_letter_id, code, coalesce(detail, code), null, 1,
                       occurred_at, null, convert_to(payload, 'UTF8'), coalesce(octet_length(payload), 0)
                from dead_letter where stage = :processor and dead_letter_id::text = :sequence and evicted_at is null) d
            where (owner, place, letter_id) > (:owner, :place, :letterId)
            order by owner, place, letter_id limit :rows""".formatted(DeadEvent.PAYLOAD_BYTES);

    private final JdbcClient jdbc;

    public DeadEventsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(String owner, long place, DeadEvent event) {}

    @QueryHandler
    public Page<DeadEvent> handle(FindDeadEvents question) {
        Position after = question.page().after().orElse(Position.of("", Long.MIN_VALUE, 0L));
        after.requireKeys(3);
        List<Found> found = jdbc.sql(SELECT)
                .params(Map.of(
                        "processor", question.processor(),
                        "sequence", question.sequence(),
                        "owner", after.text(0),
                        "place", after.number(1),
                        "letterId", after.number(2),
                        "rows", question.page().rows()))
                .query(DeadEventsHandler::read)
                .list();
        Page<Found> page = Page.cut(
                found,
                question.page().limit(),
                each -> Position.of(each.owner(), each.place(), each.event().letterId()));
        return new Page<>(page.items().stream().map(Found::event).toList(), page.end());
    }

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("owner"),
                row.getLong("place"),
                new DeadEvent(
                        row.getString("letter_id"),
                        Owner.of(row.getString("owner")).version(),
                        Rows.longOrNull(row, "number"),
                        row.getString("payload_type"),
                        row.getString("source"),
                        row.getString("position"),
                        row.getString("code"),
                        row.getString("cause"),
                        row.getString("waits_for"),
                        row.getInt("attempts"),
                        Rows.instant(row, "parked_at"),
                        Rows.instant(row, "last_attempt_at"),
                        text(row.getBytes("payload")),
                        row.getInt("payload_length")));
    }

    /** What was received may be anything; what is no text shows as such. */
    private static String text(byte[] payload) {
        return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
    }
}
