package io.battlescope.ingestion.store;

import io.battlescope.ingestion.ruleset.RuleCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which killmails stand refused. A killmail is refused or accepted, never both. */
@Repository
class Refusals {

    private final JdbcTemplate jdbc;

    Refusals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers what was refused, and forgets what was accepted after all.
     *
     * @return by how much each reason's count changed
     */
    Map<RuleCode, Long> change(List<Refusal> refused, Collection<Long> accepted, Instant now) {
        Map<RuleCode, Long> change = new EnumMap<>(RuleCode.class);
        Map<Long, RuleCode> standing =
                standing(Stream.concat(refused.stream().map(Refusal::killmailId), accepted.stream())
                        .mapToLong(Long::longValue)
                        .toArray());
        standing.values().forEach(code -> change.merge(code, -1L, Long::sum));
        forget(accepted.stream().filter(standing::containsKey).toList());
        refused.forEach(one -> change.merge(one.code(), 1L, Long::sum));
        remember(refused, now);
        return change;
    }

    Map<String, Long> countByCode() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query("select code, count(*) as refused from killmail_refusal group by code", row -> {
            counts.put(row.getString("code"), row.getLong("refused"));
        });
        return counts;
    }

    private Map<Long, RuleCode> standing(long[] killmailIds) {
        Map<Long, RuleCode> standing = new HashMap<>();
        if (killmailIds.length > 0) {
            jdbc.query(
                    "select killmail_id, code from killmail_refusal where killmail_id = any(?::bigint[]) for update",
                    row -> {
                        standing.put(row.getLong("killmail_id"), RuleCode.valueOf(row.getString("code")));
                    },
                    killmailIds);
        }
        return standing;
    }

    private void forget(List<Long> killmailIds) {
        if (!killmailIds.isEmpty()) {
            jdbc.update(
                    "delete from killmail_refusal where killmail_id = any(?::bigint[])",
                    killmailIds.stream().mapToLong(Long::longValue).toArray());
        }
    }

    private void remember(List<Refusal> refused, Instant now) {
        if (refused.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into killmail_refusal (killmail_id, occurred_at, code, ruleset_number, refused_at)
                select id, to_timestamp(occurred), code, number, ?
                from unnest(?::bigint[], ?::bigint[], ?::text[], ?::int[]) as t (id, occurred, code, number)
                order by id
                on conflict (killmail_id) do update
                set code = excluded.code, ruleset_number = excluded.ruleset_number, refused_at = excluded.refused_at
                """,
                Timestamp.from(now),
                refused.stream().mapToLong(Refusal::killmailId).toArray(),
                refused.stream()
                        .mapToLong(one -> one.occurredAt().getEpochSecond())
                        .toArray(),
                refused.stream().map(one -> one.code().name()).toArray(String[]::new),
                refused.stream().mapToInt(Refusal::rulesetNumber).toArray());
    }
}
