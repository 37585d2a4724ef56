package io.battlescope.ingestion.completeness;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of killmails, looked up for a whole day at once. */
@Repository
class Fates {

    private static final String MISSING = "missing";
    /**
     * What was set aside is dealt with only when history gave it: of what the live feed brought, perhaps our copy alone was broken.
     */
    private static final String OF_IDS = """
            select fate, count(*) as many, case when fate = 'missing' then array_agg(id) end as ids
            from (
                select listed.id, case
                    when exists (select from killmail_reference r where r.killmail_id = listed.id) then 'held'
                    when exists (select from killmail_refusal r where r.killmail_id = listed.id) then 'refused'
                    when exists (select from quarantine q where q.killmail_id = listed.id and q.source = 'history'
                        and q.released_at is null) then 'quarantined'
                    else 'missing' end as fate
                from unnest(:ids::bigint[]) as listed (id)
            ) as each
            group by fate
            """;

    private static final String BEYOND = """
            select count(*) from killmail_reference r
            where r.occurred_at >= :from and r.occurred_at < :to
              and not exists (select from unnest(:ids::bigint[]) as listed (id) where listed.id = r.killmail_id)
            """;

    private final JdbcClient jdbc;

    Fates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many killmails met which fate; the missing ones by id. */
    record Counts(Map<String, Long> counts, List<Long> missing) {

        long of(String fate) {
            return counts.getOrDefault(fate, 0L);
        }
    }

    Counts of(Collection<Long> killmailIds) {
        Map<String, Long> counts = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        jdbc.sql(OF_IDS).param("ids", array(killmailIds)).query(row -> {
            counts.put(row.getString("fate"), row.getLong("many"));
            if (row.getString("fate").equals(MISSING)) {
                missing.addAll(List.of((Long[]) row.getArray("ids").getArray()));
            }
        });
        return new Counts(counts, missing);
    }

    /** Killmails of the day that are held although they are not listed. */
    long beyond(LocalDate day, Collection<Long> listed) {
        return jdbc.sql(BEYOND)
                .param("from", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("ids", array(listed))
                .query(Long.class)
                .single();
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
