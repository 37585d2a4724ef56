package io.battlescope.projection.version;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of versions: made like those of another version, brought to another layout, thrown away. */
@Repository
public class VersionTables {

    /** Names of indexes and constraints are kept, so that scripts of layouts can name them; LIKE would make new ones up. */
    private static final String LIKE = "create table %s.%s (like %s.%2$s including all excluding indexes)";

    private static final String CONSTRAINTS = """
            select conname, pg_get_constraintdef(oid) as definition from pg_constraint
            where conrelid = ?::regclass and contype in ('p', 'u', 'x') order by conname""";

    private static final String INDEXES = """
            select pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid = ?::regclass
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))""";

    private final JdbcTemplate jdbc;

    VersionTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the tables of a version, empty; part of a transaction that writes the version down. */
    public void create(ProjectionVersion made, ProjectionVersion like, List<String> tables) {
        String schema = made.schemaName();
        jdbc.execute("create schema " + schema);
        tables.forEach(table -> copy(schema, like.schemaName(), table));
        bringTo(made.layout(), like.layout(), made);
        jdbc.execute("grant usage on schema " + schema + " to battlescope_reader");
        jdbc.execute("grant select on all tables in schema " + schema + " to battlescope_reader");
    }

    private void copy(String to, String from, String table) {
        String source = from + "." + table;
        jdbc.execute(LIKE.formatted(to, table, from));
        Map<String, String> constraints = new TreeMap<>();
        jdbc.query(
                CONSTRAINTS,
                row -> {
                    constraints.put(row.getString("conname"), row.getString("definition"));
                },
                source);
        constraints.forEach((name, definition) ->
                jdbc.execute("alter table " + to + "." + table + " add constraint " + name + " " + definition));
        jdbc.queryForList(INDEXES, String.class, source)
                .forEach(index -> jdbc.execute(index.replaceFirst(" ON " + from + "\\.", " ON " + to + ".")));
    }

    /** Until the end of the transaction unqualified names are those of the version. */
    public void use(ProjectionVersion version) {
        use(version.searchPath());
    }

    /** Does something to the version's own tables, within a transaction that also has to do with others. */
    public <T> T in(ProjectionVersion version, Supplier<T> work) {
        use(version);
        T done = work.get();
        use(ProjectionVersion.PUBLIC);
        return done;
    }

    private void use(String searchPath) {
        jdbc.queryForObject("select set_config('search_path', ?, true)", String.class, searchPath);
    }

    /** Runs the scripts between two layouts on the tables of a version. */
    void bringTo(int layout, int from, ProjectionVersion version) {
        List<String> scripts = LayoutScripts.between(version.processor(), from, layout);
        if (!scripts.isEmpty()) {
            use(version);
            scripts.forEach(jdbc::execute);
        }
    }

    /** Throws away what a version keeps; part of a transaction that forgets the version. Fails rather than wait for a reader. */
    public void drop(ProjectionVersion version, List<String> tables) {
        jdbc.execute("set local lock_timeout = '2s'");
        if (version.schemaName().equals(ProjectionVersion.PUBLIC)) {
            tables.forEach(table -> empty(version, table));
        } else {
            jdbc.execute("drop schema if exists " + version.schemaName() + " cascade");
        }
    }

    /** The first version's tables belong to the migrations, and stay. */
    private void empty(ProjectionVersion version, String table) {
        if (isShared(version, table)) {
            jdbc.update("delete from public." + table + " where processor = ?", version.processor());
        } else {
            jdbc.execute("truncate public." + table);
        }
    }

    /** A table with a column for the processor can hold rows of others. */
    public boolean isShared(ProjectionVersion version, String table) {
        return columns(version, table).contains("processor");
    }

    /** In the order of their names. */
    public List<String> columns(ProjectionVersion version, String table) {
        return jdbc.queryForList(
                "select column_name from information_schema.columns where table_schema = ? and table_name = ? order by 1",
                String.class,
                version.schemaName(),
                table);
    }

    /** Columns of the primary key, in its order. */
    public List<String> key(ProjectionVersion version, String table) {
        return jdbc.queryForList("""
                select a.attname from pg_index i
                     cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indrelid = ?::regclass and i.indisprimary order by k.place""", String.class, version.schemaName() + "." + table);
    }

    /** Bytes on disk, indexes included. */
    public long size(ProjectionVersion version, List<String> tables) {
        return tables.stream()
                .mapToLong(table -> jdbc.queryForObject(
                        "select pg_total_relation_size(?::regclass)", Long.class, version.schemaName() + "." + table))
                .sum();
    }
}
