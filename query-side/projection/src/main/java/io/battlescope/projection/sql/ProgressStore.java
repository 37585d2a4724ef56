package io.battlescope.projection.sql;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each processor is; one row a processor. */
@Component
public class ProgressStore {

    private final JdbcTemplate jdbc;

    ProgressStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a batch came to.
     *
     * @param handled events that took effect
     * @param created battles opened, or killmails stored
     * @param occurredAt time of the latest kill; {@code null} when there was none
     * @param receivedAt when the latest of the killmails was received; {@code null} when there was none
     */
    public record Step(int handled, int created, Instant occurredAt, Instant receivedAt) {}

    /** Last in its transaction: all segments of a processor share the row. */
    public void add(String processor, Step step) {
        jdbc.update(
                """
                insert into projection_progress as p
                    (processor, schema_name, handled, created, last_occurred_at, last_received_at)
                values (?, current_schema(), ?, ?, ?, ?)
                on conflict (processor, schema_name) do update set
                    handled = p.handled + excluded.handled,
                    created = p.created + excluded.created,
                    last_occurred_at = greatest(p.last_occurred_at, excluded.last_occurred_at),
                    last_received_at = greatest(p.last_received_at, excluded.last_received_at),
                    updated_at = clock_timestamp()""",
                processor,
                step.handled(),
                step.created(),
                timestamp(step.occurredAt()),
                timestamp(step.receivedAt()));
    }

    public void clear(String processor) {
        jdbc.update(
                "delete from projection_progress where processor = ? and schema_name = current_schema()", processor);
        jdbc.update("delete from aggregate_progress where processor = ?", processor);
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
