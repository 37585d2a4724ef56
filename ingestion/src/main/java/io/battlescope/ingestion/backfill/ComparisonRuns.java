package io.battlescope.ingestion.backfill;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When days were last compared. */
@Repository
class ComparisonRuns {

    private final JdbcClient jdbc;

    ComparisonRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> lastFinished() {
        return jdbc.sql("select finished_at from comparison_run")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void finished(Instant now) {
        jdbc.sql("""
                insert into comparison_run (finished_at) values (?)
                on conflict (one) do update set finished_at = excluded.finished_at\
                """).param(now.atOffset(ZoneOffset.UTC)).update();
    }
}
