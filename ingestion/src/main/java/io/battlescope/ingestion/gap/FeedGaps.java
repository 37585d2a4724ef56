package io.battlescope.ingestion.gap;

import io.battlescope.api.feed.FeedGap;
import io.battlescope.ingestion.fact.Facts;
import io.battlescope.ingestion.feed.LostRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gaps on record. Each change is told as a fact in its own transaction. */
@Repository
public class FeedGaps {

    /** A range is met again only when somebody has set the cursor back; it is then open again. */
    private static final String RECORD = """
            insert into feed_gap as known
                (feed, first_sequence, last_sequence, version, status, not_before, not_after, noticed_at)
            values (?, ?, ?, 1, 'OPEN', ?, ?, ?)
            on conflict (feed, first_sequence) do update
            set last_sequence = greatest(known.last_sequence, excluded.last_sequence),
                version = known.version + 1,
                status = 'OPEN',
                not_before = excluded.not_before,
                not_after = excluded.not_after,
                noticed_at = excluded.noticed_at,
                job_id = null,
                filled_at = null
            returning *
            """;

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final Clock clock;

    FeedGaps(JdbcTemplate jdbc, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    /** Part of the transaction in which the cursor passes the range. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String feed, LostRange lost) {
        tell(jdbc.query(
                RECORD,
                FeedGaps::gap,
                feed,
                lost.first(),
                lost.last(),
                timestamp(lost.notBefore()),
                timestamp(lost.notAfter()),
                timestamp(clock.instant())));
    }

    /** Those that are not filled, the oldest first. */
    public List<FeedGap> open() {
        return jdbc.query("select * from feed_gap where status = 'OPEN' order by noticed_at", FeedGaps::gap);
    }

    /** All that are on record, filled or not. */
    long count() {
        return jdbc.queryForObject("select count(*) from feed_gap", Long.class);
    }

    /** Says which job is to fill a gap; nothing happens when it has been filled meanwhile. */
    @Transactional
    public void attach(FeedGap gap, String jobId) {
        tell(jdbc.query("""
                update feed_gap set job_id = ?, version = version + 1
                where feed = ? and first_sequence = ? and status = 'OPEN' returning *
                """, FeedGaps::gap, jobId, gap.feed(), gap.firstSequence()));
    }

    /** The job is done, and with it the gaps that it was to fill. */
    @Transactional
    public void filledBy(String jobId) {
        tell(jdbc.query("""
                update feed_gap set status = 'FILLED', filled_at = ?, version = version + 1
                where job_id = ? and status = 'OPEN' returning *
                """, FeedGaps::gap, timestamp(clock.instant()), jobId));
    }

    private void tell(List<FeedGap> changed) {
        changed.forEach(facts::tell);
    }

    private static FeedGap gap(ResultSet row, int number) throws SQLException {
        return new FeedGap(
                row.getString("feed"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                row.getLong("version"),
                FeedGap.Status.valueOf(row.getString("status")),
                instant(row, "not_before"),
                instant(row, "not_after"),
                instant(row, "noticed_at"),
                row.getString("job_id"),
                instant(row, "filled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
