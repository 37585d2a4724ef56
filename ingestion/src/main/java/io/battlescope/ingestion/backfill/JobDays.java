package io.battlescope.ingestion.backfill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of each job, with what was found and fetched of them. */
@Repository
class JobDays {

    private final JdbcClient jdbc;

    JobDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the days of a job came to so far. */
    record Sums(int done, int total, long known, long missing, long fetched) {}

    void add(String jobId, Collection<LocalDate> days) {
        jdbc.sql("insert into backfill_day (job_id, day) select ?, unnest(?::date[])")
                .param(jobId)
                .param(days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** The latest day that is not done. */
    Optional<LocalDate> next(String jobId) {
        return jdbc.sql("select day from backfill_day where job_id = ? and done_at is null order by day desc limit 1")
                .param(jobId)
                .query(LocalDate.class)
                .optional();
    }

    List<LocalDate> of(String jobId) {
        return jdbc.sql("select day from backfill_day where job_id = ? order by day")
                .param(jobId)
                .query(LocalDate.class)
                .list();
    }

    /** Days that a job has still to do. */
    Set<LocalDate> open() {
        return jdbc.sql("""
                select distinct day from backfill_day d join backfill j using (job_id)
                where d.done_at is null and j.status in ('WAITING', 'RUNNING', 'PAUSED')\
                """).query(LocalDate.class).set();
    }

    /** How many are missing when the day is first looked at; of another look, those that have come to light since count too. */
    void looked(String jobId, LocalDate day, long known, long missingNow) {
        jdbc.sql("""
                update backfill_day set known = ?, missing = greatest(missing, fetched + ?) where job_id = ? and day = ?\
                """).params(known, missingNow, jobId, day).update();
    }

    void fetched(String jobId, LocalDate day, int killmails) {
        jdbc.sql("update backfill_day set fetched = fetched + ? where job_id = ? and day = ?")
                .params(killmails, jobId, day)
                .update();
    }

    /** Counts from what is still missing, as a crash may have come between a batch and its count. */
    void brought(String jobId, LocalDate day, long missingNow) {
        jdbc.sql("update backfill_day set fetched = greatest(0, missing - ?) where job_id = ? and day = ?")
                .params(missingNow, jobId, day)
                .update();
    }

    void done(String jobId, LocalDate day, Instant now) {
        jdbc.sql("update backfill_day set done_at = ? where job_id = ? and day = ?")
                .params(now.atOffset(ZoneOffset.UTC), jobId, day)
                .update();
    }

    Sums sums(String jobId) {
        return jdbc.sql("""
                select count(done_at), count(*), coalesce(sum(known), 0), coalesce(sum(missing), 0), sum(fetched)
                from backfill_day where job_id = ?\
                """)
                .param(jobId)
                .query((row, _) ->
                        new Sums(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }
}
