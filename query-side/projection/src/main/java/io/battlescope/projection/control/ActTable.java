package io.battlescope.projection.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code processor_act}. */
@Repository
class ActTable {

    private static final String INSERT = """
            insert into processor_act (act_id, processor, body, beside, deadline, status, code, detail, decided_at)
            values (?, ?, ?::jsonb, ?, clock_timestamp() + ? * interval '1 millisecond', ?, ?, ?,
                    case when ? then clock_timestamp() end)
            on conflict %s do nothing""";

    private static final String UNTOLD = """
            select body, status, code, detail, figures, before, after, coalesce(decided_at, clock_timestamp()) as at, revision
            from processor_act
            where told < revision and (status <> 'running' or told = 0 or told_at < clock_timestamp() - interval '1 second')
            order by accepted_at limit ?""";

    private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    ActTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be told of an act, and the revision that says so. */
    record News(ActOutcome outcome, long revision) {}

    /** Whether it is accepted; not when it was before, or when another act is at work on the processor. */
    boolean accept(ProcessorOrder order, boolean beside, Duration timeLimit) {
        return insert("", order, beside, timeLimit, ActStatus.RUNNING, null, null);
    }

    /** Unless the act is known already. */
    void refuse(ProcessorOrder order, ProcessorRefusal code, String detail) {
        insert("(act_id)", order, false, Duration.ZERO, ActStatus.REFUSED, code, detail);
    }

    private boolean insert(
            String conflict,
            ProcessorOrder order,
            boolean beside,
            Duration timeLimit,
            ActStatus status,
            ProcessorRefusal code,
            String detail) {
        return jdbc.update(
                        INSERT.formatted(conflict),
                        text(order.actId()),
                        text(order.processor()),
                        JsonText.of(order),
                        beside,
                        timeLimit.toMillis(),
                        JsonName.of(status),
                        code == null ? null : code.name(),
                        detail,
                        status != ActStatus.RUNNING)
                == 1;
    }

    List<String> running() {
        return jdbc.queryForList(
                "select act_id from processor_act where status = 'running' order by accepted_at", String.class);
    }

    boolean hasEnded(String actId) {
        return jdbc.queryForList(
                        "select 1 from processor_act where act_id = ? and status = 'running'", Integer.class, actId)
                .isEmpty();
    }

    Optional<String> runningAlone(String processor) {
        return jdbc
                .queryForList(
                        "select act_id from processor_act where processor = ? and status = 'running' and not beside",
                        String.class,
                        processor)
                .stream()
                .findFirst();
    }

    /** Until the end of the transaction nobody else works on it; empty when it has ended, or somebody does so now. */
    Optional<OpenAct> lock(String actId) {
        return jdbc
                .query(
                        "select body, beside, clock_timestamp() > deadline as overdue from processor_act"
                                + " where act_id = ? and status = 'running' for update skip locked",
                        (row, number) -> new OpenAct(
                                read(row, "body", ProcessorOrder.class),
                                row.getBoolean("beside"),
                                row.getBoolean("overdue")),
                        actId)
                .stream()
                .findFirst();
    }

    void progress(String actId, String detail, Map<String, Long> figures) {
        String json = JsonText.of(figures);
        jdbc.update(
                "update processor_act set detail = ?, figures = ?::jsonb, revision = revision + 1"
                        + " where act_id = ? and (detail is distinct from ? or figures is distinct from ?::jsonb)",
                text(detail),
                json,
                actId,
                text(detail),
                json);
    }

    void done(String actId, ActStep.Done done) {
        jdbc.update(
                "update processor_act set status = 'done', detail = ?, figures = ?::jsonb, before = ?::jsonb, after = ?::jsonb,"
                        + " decided_at = clock_timestamp(), revision = revision + 1 where act_id = ?",
                text(done.detail()),
                JsonText.of(done.figures()),
                JsonText.of(done.before()),
                JsonText.of(done.after()),
                actId);
    }

    void refused(String actId, ProcessorRefusal code, String detail) {
        jdbc.update(
                "update processor_act set status = 'refused', code = ?, detail = ?, decided_at = clock_timestamp(),"
                        + " revision = revision + 1 where act_id = ? and status = 'running'",
                code.name(),
                text(detail),
                actId);
    }

    List<News> untold(int atMost) {
        return jdbc.query(UNTOLD, ActTable::news, atMost);
    }

    void told(News news) {
        jdbc.update(
                "update processor_act set told = greatest(told, ?), told_at = clock_timestamp() where act_id ="
                        // a step at work may last; then it is told once more
                        + " (select act_id from processor_act where act_id = ? for update skip locked)",
                news.revision(),
                news.outcome().actId());
    }

    /** Whether this transaction alone tells; the lock goes with it. */
    boolean lockTelling() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('processor_act'))", Boolean.class));
    }

    private static News news(ResultSet row, int number) throws SQLException {
        ProcessorOrder order = read(row, "body", ProcessorOrder.class);
        return new News(
                new ActOutcome(
                        order.actId(),
                        0,
                        1,
                        order.what(),
                        order.target(),
                        order.actor(),
                        order.reason(),
                        order.requestedAt(),
                        row.getTimestamp("at").toInstant(),
                        JsonName.parse(ActStatus.class, row.getString("status")),
                        row.getString("code"),
                        row.getString("detail"),
                        read(row, "figures", FIGURES),
                        read(row, "before", TEXTS),
                        read(row, "after", TEXTS),
                        order.role()),
                row.getLong("revision"));
    }

    /** PostgreSQL knows no text with a zero character in it. */
    private static String text(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static <T> T read(ResultSet row, String column, Class<T> type) throws SQLException {
        try {
            return MessageJson.mapper().readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds an act that is none", e);
        }
    }

    private static <T> T read(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        String json = row.getString(column);
        try {
            return json == null ? null : MessageJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds an outcome that is none", e);
        }
    }
}
