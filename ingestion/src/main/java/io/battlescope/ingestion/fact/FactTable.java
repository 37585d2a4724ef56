package io.battlescope.ingestion.fact;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The facts as they stand, and which of them the broker has. */
@Repository
class FactTable {

    /** A fact as it is stored. */
    record Row(String key, long version, String body) {}

    /** Any number that no other lock of this database has. */
    private static final long LOCK = 0x66_61_63_74L;

    private final JdbcTemplate jdbc;

    FactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A lower version comes from somebody who was overtaken, and changes nothing. */
    void put(Row row) {
        jdbc.update("""
                insert into feed_fact as known (key, version, body) values (?, ?, ?)
                on conflict (key) do update set version = excluded.version, body = excluded.body
                where known.version < excluded.version
                """, row.key(), row.version(), row.body());
    }

    /**
     * Whether this transaction may publish. Only one at a time may: a slow one would put an old version behind a new one, and
     * the topic keeps the last.
     */
    boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    List<Row> unpublished(int most) {
        return jdbc.query(
                """
                select key, version, body from feed_fact
                where published_version is distinct from version order by key limit ?
                """,
                (row, number) -> new Row(row.getString("key"), row.getLong("version"), row.getString("body")),
                most);
    }

    /** A fact that has changed since then is still unpublished. */
    void published(List<Row> rows) {
        jdbc.update(
                """
                update feed_fact set published_version = sent.version
                from unnest(?::text[], ?::bigint[]) as sent (key, version) where feed_fact.key = sent.key
                """,
                rows.stream().map(Row::key).toArray(String[]::new),
                rows.stream().mapToLong(Row::version).toArray());
    }
}
