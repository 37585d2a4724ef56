package io.battlescope.ingestion.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which killmails were accepted. One statement and one round trip for a whole batch: this is ingestion's hot path. */
@Repository
public class KillmailReferences {

    private static final String INSERT = """
            insert into killmail_reference (killmail_id, hash, system_id, occurred_at, source, received_at)
            select id, hash, system, to_timestamp(occurred), source, to_timestamp(received / 1000.0)
            from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
                as t (id, hash, system, occurred, source, received)
            on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    KillmailReferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that were accepted before. */
    public Set<Long> known(Collection<Long> killmailIds) {
        if (killmailIds.isEmpty()) {
            return Set.of();
        }
        long[] ids = killmailIds.stream().mapToLong(Long::longValue).toArray();
        return new HashSet<>(jdbc.queryForList(
                "select killmail_id from killmail_reference where killmail_id = any(?::bigint[])", Long.class, ids));
    }

    /** Adds those that are missing and tells how many these were. */
    int add(List<Reference> references) {
        if (references.isEmpty()) {
            return 0;
        }
        return jdbc.update(
                INSERT,
                longs(references, Reference::killmailId),
                texts(references, Reference::hash),
                longs(references, Reference::systemId),
                longs(references, reference -> reference.occurredAt().getEpochSecond()),
                texts(references, Reference::source),
                longs(references, reference -> reference.receivedAt().toEpochMilli()));
    }

    private static Object longs(List<Reference> references, ToLongFunction<Reference> column) {
        return references.stream().mapToLong(column).toArray();
    }

    private static Object texts(List<Reference> references, Function<Reference, String> column) {
        return references.stream().map(column).toArray(String[]::new);
    }
}
