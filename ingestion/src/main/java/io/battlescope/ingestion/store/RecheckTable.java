package io.battlescope.ingestion.store;

import io.battlescope.ingestion.feed.Recheck;
import io.battlescope.ingestion.feed.Rechecks;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The numbers that are asked for again, in the Ingestion DB. */
@Repository
class RecheckTable implements Rechecks {

    private final JdbcTemplate jdbc;

    RecheckTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Waiting> of(String feed) {
        return jdbc
                .query(
                        "select *, count(*) over () as waiting from feed_recheck where feed = ? order by due_at limit 1",
                        (row, _) -> new Waiting(
                                row.getLong("waiting"),
                                new Recheck(
                                        row.getLong("number"),
                                        Recheck.Reason.valueOf(row.getString("reason")),
                                        row.getInt("tries"),
                                        row.getTimestamp("since").toInstant(),
                                        row.getTimestamp("due_at").toInstant())),
                        feed)
                .stream()
                .findFirst();
    }

    /** Whether this answer is the first to be booked: the same once more finds the number gone, or waiting for its next turn. */
    boolean end(String feed, Recheck asked) {
        return jdbc.update(
                        "delete from feed_recheck where feed = ? and number = ? and tries = ?",
                        feed,
                        asked.number(),
                        asked.tries())
                == 1;
    }

    /** What is known of a number by now takes the place of what was. */
    void add(String feed, List<Recheck> rechecks) {
        for (Recheck each : rechecks) {
            jdbc.update(
                    """
                    insert into feed_recheck (feed, number, reason, tries, since, due_at) values (?, ?, ?, ?, ?, ?)
                    on conflict (feed, number) do update set reason = excluded.reason, tries = excluded.tries,
                        since = excluded.since, due_at = excluded.due_at
                    """,
                    feed,
                    each.number(),
                    each.reason().name(),
                    each.tries(),
                    Timestamp.from(each.since()),
                    Timestamp.from(each.due()));
        }
    }
}
