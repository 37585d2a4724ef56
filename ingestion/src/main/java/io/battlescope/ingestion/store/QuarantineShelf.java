package io.battlescope.ingestion.store;

import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.ingestion.feed.RawKillmail;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Payloads in quarantine, as they are judged again. */
@Repository
public class QuarantineShelf {

    /** A payload that was set aside. */
    public record Kept(String feed, RawKillmail raw) {}

    /** Not there as it came: cut at {@link RawKillmail#KEPT}, or with bytes that text cannot hold. */
    private static final String CUT = "(octet_length(payload) >= " + RawKillmail.KEPT
            + " or (code = 'NOT_JSON' and strpos(payload, U&'\\FFFD') > 0))";

    /** But for those that ESI refused, as there is no payload to judge. */
    private static final String MEANT = """
            code <> 'ESI_REFUSED' and released_at is null and judged_by is distinct from ?
                and source = coalesce(?::text, source) and position = coalesce(?::bigint, position)
                and code = coalesce(?::text, code)
            """;

    private final JdbcTemplate jdbc;

    QuarantineShelf(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks those that the act means and that nobody can judge again. */
    public void passOverCut(ReleaseQuarantine order) {
        jdbc.update(
                "update quarantine set judged_by = ? where " + CUT + " and " + MEANT,
                order.actId(),
                order.actId(),
                order.source(),
                order.position(),
                order.code());
    }

    /** Some that the act means and that it has not had judged yet. */
    public List<Kept> next(ReleaseQuarantine order, int most) {
        return jdbc.query(
                "select source, position, payload from quarantine where not " + CUT + " and " + MEANT
                        + " order by source, position limit ?",
                (row, number) -> {
                    byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
                    return new Kept(
                            row.getString("source"), new RawKillmail(row.getLong("position"), payload, payload.length));
                },
                order.actId(),
                order.source(),
                order.position(),
                order.code(),
                most);
    }

    /** What came of all that the act had judged. */
    public Map<String, Long> judgedBy(String actId) {
        return jdbc.queryForObject(
                "select count(*) as looked, count(released_at) as released,"
                        + " count(*) filter (where released_at is null and " + CUT + ") as cut"
                        + " from quarantine where judged_by = ?",
                (row, number) -> {
                    long looked = row.getLong("looked");
                    long released = row.getLong("released");
                    long cut = row.getLong("cut");
                    return Map.of(
                            "looked", looked, "released", released, "cut", cut, "stillBroken", looked - released - cut);
                },
                actId);
    }

    /** Those that are broken still stay with the present reason, the others leave. */
    void judged(String feed, Collection<Long> positions, List<SetAside> broken, String actId, Instant now) {
        for (SetAside one : broken) {
            jdbc.update(
                    "update quarantine set code = ?, detail = ?, judged_by = ? where source = ? and position = ?",
                    one.code().name(),
                    one.detail(),
                    actId,
                    feed,
                    one.number());
        }
        jdbc.update(
                """
                update quarantine set released_at = ?, judged_by = ?
                where source = ? and position = any(?::bigint[]) and judged_by is distinct from ?
                """,
                Timestamp.from(now),
                actId,
                feed,
                positions.stream().mapToLong(Long::longValue).toArray(),
                actId);
    }
}
