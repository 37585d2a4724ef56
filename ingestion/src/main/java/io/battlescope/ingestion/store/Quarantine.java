package io.battlescope.ingestion.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What could not be a killmail, by where it came from. What came right later stays for the record, but counts no more. */
@Repository
public class Quarantine {

    /** Of a place that is known the latest delivery is kept. */
    private static final String PUT = """
            insert into quarantine as known (source, position, code, detail, killmail_id, payload, first_seen)
            select ?, number, code, detail, killmail_id, payload, ?
            from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                as t (number, code, detail, killmail_id, payload)
            order by number
            on conflict (source, position) do update
            set code = excluded.code, detail = excluded.detail, payload = excluded.payload, released_at = null,
                killmail_id = coalesce(excluded.killmail_id, known.killmail_id),
                first_seen = case when known.released_at is null then known.first_seen else excluded.first_seen end
            """;

    private static final String CAME_RIGHT = """
            select source, position, code, payload from quarantine
            where released_at is null and source = ? and position = any(?::bigint[])
            union
            select source, position, code, payload from quarantine
            where released_at is null and killmail_id = any(?::bigint[])
            """;

    private static final String LET_OUT = """
            update quarantine set released_at = ?
            where source = ? and position = ? and released_at is null returning code
            """;

    private final JdbcTemplate jdbc;

    Quarantine(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is in quarantine from the same places, or as the same killmails, as these that are none of it. */
    public List<Quarantined> cameRight(String feed, List<Passed> passed) {
        return passed.isEmpty()
                ? List.of()
                : jdbc.query(
                        CAME_RIGHT,
                        (row, _) -> new Quarantined(
                                row.getString("source"),
                                row.getLong("position"),
                                row.getString("code"),
                                row.getString("payload")),
                        feed,
                        longs(passed, Passed::number),
                        longs(passed, Passed::killmailId));
    }

    /** How many there are, by reason. */
    Map<String, Long> countByCode() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query("select code, count(*) as payloads from quarantine where released_at is null group by code", row -> {
            counts.put(row.getString("code"), row.getLong("payloads"));
        });
        return counts;
    }

    /**
     * Puts payloads there.
     *
     * @param change takes by how much each reason's count changes
     * @return how many were not there before
     */
    long put(String feed, List<SetAside> aside, Instant now, Map<String, Long> change) {
        if (aside.isEmpty()) {
            return 0;
        }
        Map<Long, String> present = present(feed, aside);
        jdbc.update(
                PUT,
                feed,
                Timestamp.from(now),
                longs(aside, SetAside::number),
                texts(aside, one -> one.code().name()),
                texts(aside, SetAside::detail),
                aside.stream().map(SetAside::killmailId).toArray(Long[]::new),
                texts(aside, SetAside::payload));
        present.values().forEach(code -> change.merge(code, -1L, Long::sum));
        aside.forEach(one -> change.merge(one.code().name(), 1L, Long::sum));
        return aside.size() - present.size();
    }

    /**
     * They are not to be there any more; those that somebody has let out meanwhile change no count.
     *
     * @return how many were still there
     */
    long letOut(List<Quarantined> cameRight, Instant now, Map<String, Long> change) {
        List<String> left = cameRight.stream()
                .flatMap(one ->
                        jdbc
                                .queryForList(LET_OUT, String.class, Timestamp.from(now), one.feed(), one.number())
                                .stream())
                .toList();
        left.forEach(code -> change.merge(code, -1L, Long::sum));
        return left.size();
    }

    private Map<Long, String> present(String feed, List<SetAside> aside) {
        Map<Long, String> present = new HashMap<>();
        jdbc.query(
                """
                select position, code from quarantine
                where released_at is null and source = ? and position = any(?::bigint[]) for update
                """,
                row -> {
                    present.put(row.getLong("position"), row.getString("code"));
                },
                feed,
                longs(aside, SetAside::number));
        return present;
    }

    private static <T> Object longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static <T> Object texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
