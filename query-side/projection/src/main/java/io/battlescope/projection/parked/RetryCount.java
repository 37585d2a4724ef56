package io.battlescope.projection.parked;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code parked_retry}: an act tries one sequence a transaction, and adds up what it came to. */
@Repository
public class RetryCount {

    private final JdbcTemplate jdbc;

    RetryCount(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String actId, long retried) {
        jdbc.update(
                "insert into parked_retry as r (act_id, retried) values (?, ?)"
                        + " on conflict (act_id) do update set retried = r.retried + excluded.retried",
                actId,
                retried);
    }

    /** Letters that took effect so far; −1 when nothing was tried yet. */
    public long of(String actId) {
        return jdbc.queryForList("select retried from parked_retry where act_id = ?", Long.class, actId).stream()
                .findFirst()
                .orElse(-1L);
    }

    public void end(String actId) {
        jdbc.update("delete from parked_retry where act_id = ?", actId);
    }
}
