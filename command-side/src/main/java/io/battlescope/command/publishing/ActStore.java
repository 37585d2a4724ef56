package io.battlescope.command.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code publishing_act}. */
class ActStore {

    /** Longer than a piece of work takes while the broker answers; when it does not, another worker may try in vain as well. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final String COLUMNS =
            "work, after_position, last_position, total, published, per_second, topic_id, before, started_at,"
                    + " moved_at, clock_timestamp()";

    private final JdbcClient jdbc;

    ActStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has the outcome of an act that is known told again; says whether it is known. */
    boolean isKnown(String actId) {
        return jdbc.sql("update publishing_act set told = state = 'running' where act_id = ?")
                        .param(actId)
                        .update()
                > 0;
    }

    /** Takes an act up; false when another one of the processor is under way. */
    boolean begin(Act act) {
        return jdbc.sql("""
            insert into publishing_act
                (act_id, processor, work, state, after_position, last_position, total, topic_id, before, told)
            values (?, ?, ?, 'running', ?, ?, ?, ?, ?, true)
            on conflict do nothing\
            """)
                        .param(act.id())
                        .param(act.order().processor())
                        .param(json(act.order()))
                        .param(act.after())
                        .param(act.last())
                        .param(act.total())
                        .param(act.topicId())
                        .param(act.before())
                        .update()
                > 0;
    }

    /** Writes down what came of an act that was decided at once. */
    void decided(ProcessorOrder order, ActOutcome outcome) {
        jdbc.sql("""
            insert into publishing_act (act_id, processor, work, state, outcome) values (?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
                .param(order.actId())
                .param(order.processor())
                .param(json(order))
                .param(outcome.status().name().toLowerCase(java.util.Locale.ROOT))
                .param(json(outcome))
                .update();
    }

    List<Act> running() {
        return jdbc.sql("select " + COLUMNS + " from publishing_act where state = 'running' order by started_at")
                .query(ActStore::read)
                .list();
    }

    /** The act as it is now, for the worker alone; empty while another one is at it, or when it has ended. */
    Optional<Act> lease(String actId, String worker) {
        return jdbc.sql(
                        "update publishing_act set worker = ?, leased_until = clock_timestamp() + make_interval(secs => ?)"
                                + " where act_id = ? and state = 'running'"
                                + " and (worker is null or worker = ? or leased_until < clock_timestamp()) returning "
                                + COLUMNS)
                .param(worker)
                .param(LEASE.toSeconds())
                .param(actId)
                .param(worker)
                .query(ActStore::read)
                .optional();
    }

    /** For a worker that stops. */
    void release(String worker) {
        jdbc.sql("update publishing_act set worker = null, leased_until = null where worker = ? and state = 'running'")
                .param(worker)
                .update();
    }

    /** False when another worker has gone on with it: what was sent, that one sends again. */
    boolean advance(Act act, String worker) {
        return jdbc.sql("""
            update publishing_act set after_position = ?, published = ?, per_second = ?, moved_at = clock_timestamp(),
                leased_until = clock_timestamp() + make_interval(secs => ?)
            where act_id = ? and worker = ? and state = 'running'\
            """)
                        .param(act.after())
                        .param(act.published())
                        .param(act.perSecond())
                        .param(LEASE.toSeconds())
                        .param(act.id())
                        .param(worker)
                        .update()
                > 0;
    }

    /** Ends an act; false when another worker has. */
    boolean end(Act act, ActOutcome outcome, String worker) {
        return jdbc.sql("""
            update publishing_act set state = ?, outcome = ?, told = false
            where act_id = ? and worker = ? and state = 'running'\
            """)
                        .param(outcome.status().name().toLowerCase(java.util.Locale.ROOT))
                        .param(json(outcome))
                        .param(act.id())
                        .param(worker)
                        .update()
                > 0;
    }

    List<ActOutcome> untold() {
        return jdbc.sql("select outcome from publishing_act where not told order by started_at")
                .query((row, number) -> read(row.getString(1), ActOutcome.class))
                .list();
    }

    void told(ActOutcome outcome) {
        jdbc.sql("update publishing_act set told = true where act_id = ?")
                .param(outcome.actId())
                .update();
    }

    /** The pace of the last republishing from an archive. */
    Optional<Double> lastPace(String processor) {
        return jdbc.sql("""
            select per_second from publishing_act where processor = ? and per_second > 0
            order by started_at desc limit 1\
            """).param(processor).query(Double.class).optional();
    }

    private static Act read(ResultSet row, int number) throws SQLException {
        return new Act(
                read(row.getString(1), ProcessorOrder.class),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getDouble(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String json(Object value) {
        try {
            return MessageJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An act holds text and numbers only", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored act cannot be read by this version", e);
        }
    }
}
