package io.battlescope.projection.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.projection.sql.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code rebuild}. */
@Repository
class RebuildStore {

    private static final String SELECT = """
            select rebuild_id, processor, old_version, new_version, state, switch_when_equal, detail, figures, equal, asked_by, created_at,
                   ended_at is not null as ended
            from rebuild\s""";

    private static final TypeReference<TreeMap<String, Long>> FIGURES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    RebuildStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of versions are never given twice: nobody who slept takes a new version for the one that he knew. */
    void begin(String rebuildId, String processor, int oldVersion, boolean switchWhenEqual) {
        jdbc.update("""
                insert into rebuild (rebuild_id, processor, old_version, new_version, state, switch_when_equal, asked_by)
                select ?, ?, ?, 1 + greatest(
                           (select max(version) from projection_version where processor = ?),
                           (select max(new_version) from rebuild where processor = ?)),
                       'creating', ?, ?""", rebuildId, processor, oldVersion, processor, processor, switchWhenEqual, rebuildId);
    }

    Optional<KnownRebuild> find(String rebuildId) {
        return jdbc.query(SELECT + "where rebuild_id = ?", RebuildStore::read, rebuildId).stream()
                .findFirst();
    }

    /** The same, and nobody changes it until the end of the transaction. */
    Optional<KnownRebuild> lock(String rebuildId) {
        return jdbc.query(SELECT + "where rebuild_id = ? for update", RebuildStore::read, rebuildId).stream()
                .findFirst();
    }

    List<KnownRebuild> underWay() {
        return jdbc.query(SELECT + "where ended_at is null order by created_at", RebuildStore::read);
    }

    Optional<KnownRebuild> underWay(String processor) {
        return jdbc.query(SELECT + "where ended_at is null and processor = ?", RebuildStore::read, processor).stream()
                .findFirst();
    }

    /** Events a second of the last rebuild that got anywhere; empty without one. */
    Optional<Long> knownPace(String processor) {
        return jdbc
                .queryForList(
                        "select (figures ->> 'perSecond')::bigint from rebuild where processor = ?"
                                + " and (figures ->> 'perSecond')::bigint > 0 order by created_at desc limit 1",
                        Long.class,
                        processor)
                .stream()
                .findFirst();
    }

    /** Whether it was in this state, and is in the next now. How far it is ends with catching up; its pace is kept. */
    boolean move(KnownRebuild rebuild, RebuildState to, String detail) {
        return jdbc.update(
                        "update rebuild set state = ?, detail = ?, updated_at = clock_timestamp(), figures = case when ?"
                                + " then figures else figures - 'eventsTotal' - 'eventsHandled' - 'etaSeconds' end"
                                + " where rebuild_id = ? and state = ?",
                        to.text(),
                        detail,
                        to.catchesUp(),
                        rebuild.rebuildId(),
                        rebuild.state().text())
                == 1;
    }

    /** Moves it for an act. */
    void move(KnownRebuild rebuild, RebuildState to, String detail, String actId) {
        move(rebuild, to, detail);
        jdbc.update("update rebuild set asked_by = ? where rebuild_id = ?", actId, rebuild.rebuildId());
    }

    void tell(KnownRebuild rebuild, String detail, Map<String, Long> figures) {
        jdbc.update(
                "update rebuild set detail = ?, figures = figures || ?::jsonb, updated_at = clock_timestamp()"
                        + " where rebuild_id = ? and state = ?",
                detail,
                JsonText.of(figures),
                rebuild.rebuildId(),
                rebuild.state().text());
    }

    void compared(KnownRebuild rebuild, Collection<ComparedTable> tables, boolean equal) {
        jdbc.update(
                "update rebuild set compared = ?::jsonb, equal = ? where rebuild_id = ?",
                JsonText.of(tables),
                equal,
                rebuild.rebuildId());
    }

    /** Switches no more by itself. */
    void leaveToAdmins(KnownRebuild rebuild) {
        jdbc.update("update rebuild set switch_when_equal = false where rebuild_id = ?", rebuild.rebuildId());
    }

    void end(KnownRebuild rebuild) {
        jdbc.update(
                "update rebuild set ended_at = clock_timestamp(), updated_at = clock_timestamp()"
                        + " where rebuild_id = ? and ended_at is null",
                rebuild.rebuildId());
    }

    /** Whether an instance sees to a rebuild, for some time to come. */
    boolean take(String rebuildId, String worker, Duration lease) {
        return jdbc.update(
                        "update rebuild set worker = ?, worker_until = clock_timestamp() + make_interval(secs => ?)"
                                + " where rebuild_id = ?"
                                + " and (worker is null or worker = ? or worker_until < clock_timestamp())",
                        worker,
                        lease.toMillis() / 1000.0,
                        rebuildId,
                        worker)
                == 1;
    }

    void leaveAll(String worker) {
        jdbc.update("update rebuild set worker = null where worker = ?", worker);
    }

    private static KnownRebuild read(ResultSet row, int number) throws SQLException {
        return new KnownRebuild(
                row.getString("rebuild_id"),
                row.getString("processor"),
                row.getInt("old_version"),
                row.getInt("new_version"),
                RebuildState.of(row.getString("state")),
                row.getBoolean("switch_when_equal"),
                row.getString("detail"),
                figures(row.getString("figures")),
                row.getBoolean("equal"),
                row.getString("asked_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("ended"));
    }

    private static Map<String, Long> figures(String json) {
        try {
            return MessageJson.mapper().readValue(json, FIGURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds figures of a rebuild that are no numbers", e);
        }
    }
}
