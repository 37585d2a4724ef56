package io.battlescope.projection.sql;

import org.springframework.jdbc.core.JdbcTemplate;

/** Progress stores for tests that do without Spring's context. */
public final class ProgressStores {

    private ProgressStores() {}

    public static ProgressStore of(JdbcTemplate jdbc) {
        return new ProgressStore(jdbc);
    }
}
