package io.battlescope.ingestion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which killmails were accepted. One statement and one round trip for a whole batch: this is ingestion's hot path. */
@Repository
public class KillmailReferences {

    private static final String ADD = """
            insert into killmail_reference (killmail_id, hash, system_id, occurred_at, source, received_at, isk, labels)
            select id, hash, system, to_timestamp(occurred), source, to_timestamp(received / 1000.0), isk::numeric,
                labels::uuid
            from unnest(
                    ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                as t (id, hash, system, occurred, source, received, isk, labels)
            on conflict do nothing
            """;

    /** The row is missing only when the broker refused the first delivery and took the second. */
    private static final String REVALUE = """
            insert into killmail_reference as known
                (killmail_id, hash, system_id, occurred_at, source, received_at, isk, labels, revalued_at)
            select distinct on (id) id, hash, system, to_timestamp(occurred), source,
                to_timestamp(received / 1000.0), isk::numeric, labels::uuid, to_timestamp(received / 1000.0)
            from unnest(
                    ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                as t (id, hash, system, occurred, source, received, isk, labels)
            order by id, received desc
            on conflict (killmail_id) do update
            set isk = excluded.isk, labels = excluded.labels, revalued_at = excluded.revalued_at,
                hash = coalesce(known.hash, excluded.hash)
            """;

    private final JdbcTemplate jdbc;

    KillmailReferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was last sent of those of the killmails that were accepted before, by id. */
    public Map<Long, Told> told(Collection<Long> killmailIds) {
        Map<Long, Told> told = new HashMap<>();
        if (killmailIds.isEmpty()) {
            return told;
        }
        long[] ids = killmailIds.stream().mapToLong(Long::longValue).toArray();
        jdbc.query(
                """
                select killmail_id, hash, isk, labels, coalesce(revalued_at, received_at) as told_at
                from killmail_reference where killmail_id = any(?::bigint[])
                """,
                row -> {
                    told.put(row.getLong("killmail_id"), told(row));
                },
                ids);
        return told;
    }

    /** Adds those that are missing and tells how many these were. */
    int add(List<Reference> references) {
        return references.isEmpty() ? 0 : jdbc.update(ADD, columns(references));
    }

    /** Remembers the new values and labels; of several for one killmail the last that was received. */
    void revalue(List<Reference> references) {
        if (!references.isEmpty()) {
            jdbc.update(REVALUE, columns(references));
        }
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("hash"),
                row.getBigDecimal("isk"),
                row.getObject("labels", UUID.class),
                row.getTimestamp("told_at").toInstant());
    }

    private static Object[] columns(List<Reference> references) {
        return new Object[] {
            longs(references, Reference::killmailId),
            texts(references, Reference::hash),
            longs(references, Reference::systemId),
            longs(references, reference -> reference.occurredAt().getEpochSecond()),
            texts(references, Reference::source),
            longs(references, reference -> reference.receivedAt().toEpochMilli()),
            texts(references, KillmailReferences::isk),
            texts(references, reference -> reference.labels() == null ? null : reference.labels().toString())
        };
    }

    private static String isk(Reference reference) {
        return reference.isk() == null ? null : reference.isk().toPlainString();
    }

    private static Object longs(List<Reference> references, ToLongFunction<Reference> column) {
        return references.stream().mapToLong(column).toArray();
    }

    private static Object texts(List<Reference> references, Function<Reference, String> column) {
        return references.stream().map(column).toArray(String[]::new);
    }
}
