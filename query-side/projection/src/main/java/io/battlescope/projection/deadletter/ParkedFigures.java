package io.battlescope.projection.deadletter;

import io.battlescope.projection.status.ParkedCounts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what is parked for the status. */
@Component
class ParkedFigures implements ParkedCounts {

    private final JdbcTemplate jdbc;

    ParkedFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long sequences(String tokenName) {
        return count("count(distinct sequence)", tokenName);
    }

    @Override
    public long letters(String tokenName) {
        return count("count(*)", tokenName);
    }

    private long count(String what, String tokenName) {
        Long count = jdbc.queryForObject(
                "select " + what + " from parked_letter where token_name = ?", Long.class, tokenName);
        return count == null ? 0 : count;
    }
}
