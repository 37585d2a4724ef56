package io.battlescope.projection.version;

import io.battlescope.projection.version.ProjectionVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code projection_version} and {@code processor_control}. */
@Repository
public class ProjectionVersions {

    private static final String COLUMNS = "select v.processor, v.version, v.schema_name, v.layout, v.state ";

    private final JdbcTemplate jdbc;

    ProjectionVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the first version of a processor down, unless there is one already. */
    public void ensureFirst(String processor, int layout) {
        ProjectionVersion first = ProjectionVersion.first(processor, layout);
        jdbc.update(
                "insert into projection_version (processor, version, schema_name, layout, state)"
                        + " select ?, ?, ?, ?, ? where not exists (select from projection_version where processor = ?)"
                        + " on conflict do nothing",
                first.processor(),
                first.version(),
                first.schemaName(),
                first.layout(),
                name(first.state()),
                processor);
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

    /** Those that instances are to run now: followed, not paused, and not held by an act. */
    public List<ProjectionVersion> toRun() {
        return jdbc.query(COLUMNS + """
                from projection_version v
                     left join processor_control c on c.token_name = case v.version when 1 then v.processor
                                                                     else v.processor || '@' || v.version end
                where v.state in ('living', 'building') and not coalesce(c.paused, false) and c.held_by is null
                """, ProjectionVersions::read);
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
