package io.battlescope.projection.version;

import io.battlescope.projection.version.ProjectionVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables {@code projection_version} and {@code processor_control}. */
@Repository
public class ProjectionVersions {

    private static final String COLUMNS = "select v.processor, v.version, v.schema_name, v.layout, v.state ";

    private static final int ORIGINAL_LAYOUT = 1;

    private final JdbcTemplate jdbc;
    private final VersionTables tables;
    private final TransactionTemplate transaction;

    ProjectionVersions(JdbcTemplate jdbc, VersionTables tables, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes the first version of a processor down, unless there is one already. Tables that were never written get the layout of this
     * code at once; those that were keep theirs until they are rebuilt.
     */
    public void ensureFirst(String processor, int layout) {
        transaction.executeWithoutResult(status -> insertFirst(processor, layout));
    }

    private void insertFirst(String processor, int layout) {
        // instances that start together come one after the other
        jdbc.execute("lock table projection_version in share row exclusive mode");
        if (exists("projection_version where processor = ?", processor)) {
            return;
        }
        boolean written = exists("token_entry where processor_name = ?", processor);
        ProjectionVersion first = ProjectionVersion.first(processor, written ? ORIGINAL_LAYOUT : layout);
        tables.bringTo(first.layout(), ORIGINAL_LAYOUT, first);
        insert(first);
    }

    private boolean exists(String rows, Object... parameters) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from " + rows + ")", Boolean.class, parameters));
    }

    public void insert(ProjectionVersion version) {
        jdbc.update(
                "insert into public.projection_version (processor, version, schema_name, layout, state) values (?, ?, ?, ?, ?)",
                version.processor(),
                version.version(),
                version.schemaName(),
                version.layout(),
                name(version.state()));
    }

    public List<ProjectionVersion> all() {
        return jdbc.query(
                COLUMNS + "from projection_version v order by v.processor, v.version", ProjectionVersions::read);
    }

    public Optional<ProjectionVersion> living(String processor) {
        return jdbc
                .query(
                        COLUMNS + "from projection_version v where v.processor = ? and v.state = 'living'",
                        ProjectionVersions::read,
                        processor)
                .stream()
                .findFirst();
    }

    public Optional<ProjectionVersion> find(String processor, int version) {
        return jdbc
                .query(
                        COLUMNS + "from projection_version v where v.processor = ? and v.version = ?",
                        ProjectionVersions::read,
                        processor,
                        version)
                .stream()
                .findFirst();
    }

    /** Those that instances are to run now: followed, not paused, and not held by an act. */
    public List<ProjectionVersion> toRun() {
        return jdbc.query(COLUMNS + """
                from projection_version v
                     left join processor_control c on c.token_name = case v.version when 1 then v.processor
                                                                     else v.processor || '@' || v.version end
                where v.state in ('living', 'building') and not coalesce(c.paused, false) and c.held_by is null
                """, ProjectionVersions::read);
    }

    /** Whether it was in the first state, and is in the second now. */
    public boolean change(ProjectionVersion version, State from, State to) {
        return jdbc.update(
                        "update projection_version set state = ?,"
                                + " read_until = case state when 'living' then clock_timestamp() else read_until end"
                                + " where processor = ? and version = ? and state = ?",
                        name(to),
                        version.processor(),
                        version.version(),
                        name(from))
                == 1;
    }

    /** Whether it can be that somebody still reads it: for some seconds after its time, readers do. */
    public boolean isPerhapsRead(ProjectionVersion version, double graceSeconds) {
        return exists(
                "projection_version where processor = ? and version = ?"
                        + " and (state = 'living' or read_until > clock_timestamp() - make_interval(secs => ?))",
                version.processor(),
                version.version(),
                graceSeconds);
    }

    /** With its tokens, its progress, what is parked of it and what admins wanted of it. */
    public void forget(ProjectionVersion version) {
        jdbc.update("delete from token_entry where processor_name = ?", version.tokenName());
        for (String table : List.of("processor_control", "parked_letter", "parked_touch")) {
            jdbc.update("delete from " + table + " where token_name = ?", version.tokenName());
        }
        jdbc.update(
                "delete from projection_progress where processor = ? and schema_name = ?",
                version.processor(),
                version.schemaName());
        jdbc.update(
                "delete from projection_version where processor = ? and version = ?",
                version.processor(),
                version.version());
    }

    /** Whether this is the topic that the version's tokens are about, as far as anybody knows. */
    public boolean follows(ProjectionVersion version, String topicId) {
        return jdbc.queryForList(
                        "select 1 from projection_version where processor = ? and version = ? and topic_id <> ?",
                        Integer.class,
                        version.processor(),
                        version.version(),
                        topicId)
                .isEmpty();
    }

    /** From now on it is about another topic; {@code false} when it is already. */
    public boolean follow(ProjectionVersion version, String topicId) {
        return jdbc.update(
                        "update projection_version set topic_id = ? where processor = ? and version = ?"
                                + " and topic_id is distinct from ?",
                        topicId,
                        version.processor(),
                        version.version(),
                        topicId)
                == 1;
    }

    public static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ProjectionVersion read(ResultSet row, int number) throws SQLException {
        return new ProjectionVersion(
                row.getString("processor"),
                row.getInt("version"),
                row.getString("schema_name"),
                row.getInt("layout"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
