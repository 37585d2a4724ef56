package io.battlescope.ingestion.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.api.feed.BackfillJob.Status;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.fact.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The jobs; each change of one is told in the transaction that makes it. */
@Repository
class Jobs {

    /** Who asks for jobs that nobody asked for. */
    static final String SYSTEM = "battlescope";

    private final JdbcClient jdbc;
    private final JobDays days;
    private final Facts facts;
    private final Clock clock;

    Jobs(JdbcClient jdbc, JobDays days, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.facts = facts;
        this.clock = clock;
    }

    /** Adds a job that waits for its turn; doing so again under the same id changes nothing. */
    @Transactional
    public void add(String jobId, String actor, String reason, Cause cause, SortedSet<LocalDate> of) {
        BackfillJob job = new BackfillJob(
                jobId,
                1,
                actor,
                reason,
                cause,
                of.first(),
                of.last(),
                Status.WAITING,
                0,
                of.size(),
                null,
                0,
                0,
                0,
                0,
                null,
                now(),
                now(),
                null);
        int added = jdbc.sql("""
                insert into backfill (job_id, status, created_at, told) values (?, ?, ?, ?) on conflict do nothing\
                """)
                .params(jobId, job.status().name(), job.createdAt().atOffset(ZoneOffset.UTC), json(job))
                .update();
        if (added > 0) {
            days.add(jobId, of);
            facts.tell(job);
        }
    }

    Optional<BackfillJob> find(String jobId) {
        return jdbc.sql("select told from backfill where job_id = ?")
                .param(jobId)
                .query((row, _) -> job(row.getString(1)))
                .optional();
    }

    /** The job whose turn it is: the oldest, but for those that wait for something. */
    Optional<BackfillJob> next() {
        return jdbc.sql("""
                select told from backfill
                where status in ('WAITING', 'RUNNING') and coalesce(retry_at, '-infinity') <= ?
                order by created_at, job_id limit 1\
                """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> job(row.getString(1)))
                .optional();
    }

    /** Changes a job as it stands, whatever that is, and tells it; empty when there is none. */
    @Transactional
    public Optional<BackfillJob> change(String jobId, UnaryOperator<BackfillJob> change) {
        Optional<BackfillJob> before = jdbc.sql("select told from backfill where job_id = ? for update")
                .param(jobId)
                .query((row, _) -> job(row.getString(1)))
                .optional();
        Optional<BackfillJob> after = before.map(change);
        if (!after.equals(before)) {
            save(after.orElseThrow());
            facts.tell(after.orElseThrow());
        }
        return after;
    }

    /** Lets the job wait. The attempts in a row that this makes are what the wait is reckoned from. */
    @Transactional
    public void postpone(String jobId, String trouble, Function<Integer, Duration> wait) {
        int attempts = jdbc.sql("update backfill set attempts = attempts + 1 where job_id = ? returning attempts")
                .param(jobId)
                .query(Integer.class)
                .single();
        Instant retryAt = clock.instant().plus(wait.apply(attempts));
        jdbc.sql("update backfill set retry_at = ? where job_id = ?")
                .params(retryAt.atOffset(ZoneOffset.UTC), jobId)
                .update();
        change(jobId, job -> JobSteps.troubled(job, trouble, now()));
    }

    /** The job gets on: what it waited for is over. */
    void gotOn(String jobId) {
        jdbc.sql("update backfill set attempts = 0, retry_at = null where job_id = ? and attempts > 0")
                .param(jobId)
                .update();
    }

    /** Jobs that have not ended. */
    long open() {
        return jdbc.sql("select count(*) from backfill where status in ('WAITING', 'RUNNING', 'PAUSED')")
                .query(Long.class)
                .single();
    }

    private void save(BackfillJob job) {
        jdbc.sql("update backfill set status = ?, told = ? where job_id = ?")
                .params(job.status().name(), json(job), job.jobId())
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String json(BackfillJob job) {
        try {
            return MessageJson.mapper().writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job holds text, times and numbers only", e);
        }
    }

    private static BackfillJob job(String json) {
        try {
            return MessageJson.mapper().readValue(json, BackfillJob.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job was written and cannot be read: " + json, e);
        }
    }
}
