package io.battlescope.ingestion.completeness;

import io.battlescope.api.feed.CompletenessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days as they were last compared. */
@Repository
class CompletenessDays {

    private static final String SAVE = """
            insert into completeness_day (day, version, known, held, refused, quarantined, missing, beyond, source,
                compared_at, listed_total)
            values (:day, :version, :known, :held, :refused, :quarantined, :missing, :beyond, :source, :at, :total)
            on conflict (day) do update set version = excluded.version, known = excluded.known, held = excluded.held,
                refused = excluded.refused, quarantined = excluded.quarantined, missing = excluded.missing,
                beyond = excluded.beyond, source = excluded.source, compared_at = excluded.compared_at,
                listed_total = excluded.listed_total
            """;

    private final JdbcClient jdbc;

    CompletenessDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends, so that versions rise one after the other. */
    long nextVersion(LocalDate day) {
        return jdbc.sql("select version + 1 from completeness_day where day = ? for update")
                .param(day)
                .query(Long.class)
                .optional()
                .orElse(1L);
    }

    void save(CompletenessDay day, long listedTotal) {
        jdbc.sql(SAVE)
                .param("day", day.day())
                .param("version", day.version())
                .param("known", day.known())
                .param("held", day.held())
                .param("refused", day.refused())
                .param("quarantined", day.quarantined())
                .param("missing", day.missing())
                .param("beyond", day.beyond())
                .param("source", day.source())
                .param("at", day.comparedAt().atOffset(ZoneOffset.UTC))
                .param("total", listedTotal)
                .update();
    }

    List<CompletenessDay> touch(Collection<LocalDate> days, Instant now) {
        return jdbc.sql("""
                update completeness_day set compared_at = ?, version = version + 1 where day = any(?::date[]) returning *\
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, _) -> fact(row))
                .list();
    }

    List<KnownDay> all() {
        return jdbc.sql("select day, quarantined, missing, listed_total, compared_at from completeness_day")
                .query((row, _) -> new KnownDay(
                        row.getObject("day", LocalDate.class),
                        row.getLong("quarantined"),
                        row.getLong("missing"),
                        row.getLong("listed_total"),
                        row.getTimestamp("compared_at").toInstant()))
                .list();
    }

    long missingSince(LocalDate day) {
        return jdbc.sql("select coalesce(sum(missing), 0) from completeness_day where day >= ?")
                .param(day)
                .query(Long.class)
                .single();
    }

    private static CompletenessDay fact(ResultSet row) throws SQLException {
        return new CompletenessDay(
                row.getObject("day", LocalDate.class),
                row.getLong("version"),
                row.getLong("known"),
                row.getLong("held"),
                row.getLong("refused"),
                row.getLong("quarantined"),
                row.getLong("missing"),
                row.getLong("beyond"),
                row.getString("source"),
                row.getTimestamp("compared_at").toInstant());
    }
}
