package io.battlescope.api.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A job that fetches missing killmails from history.
 *
 * @param actor who asked for it; {@code battlescope} for the system itself
 * @param cause why there is such a job
 * @param from first day of kill time (UTC); jobs go from the latest day to the earliest
 * @param to last day, inclusive
 * @param day the day in work; {@code null} before the first and after the last
 * @param known killmails that the source knows of in the days looked at so far
 * @param missing how many of these were not held when the day was looked at
 * @param fetched how many of these were delivered since, accepted or not
 * @param trouble what it waits for, in words; {@code null} when all is well
 * @param estimatedEnd at the present pace; {@code null} when nobody can tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackfillJob(
        String jobId,
        long version,
        String actor,
        String reason,
        Cause cause,
        LocalDate from,
        LocalDate to,
        Status status,
        int daysDone,
        int daysTotal,
        LocalDate day,
        long known,
        long missing,
        long fetched,
        double killmailsPerSecond,
        String trouble,
        Instant createdAt,
        Instant updatedAt,
        Instant estimatedEnd)
        implements FeedFact {

    /** Why there is a job. */
    public enum Cause {
        /** An admin asked for it. */
        @JsonProperty("admin")
        ADMIN,
        /** The live feed lost a range of sequences. */
        @JsonProperty("gap")
        GAP,
        /** A comparison found killmails missing. */
        @JsonProperty("comparison")
        COMPARISON
    }

    /** How far a job is. */
    public enum Status {
        /** Its turn has not come. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED
    }

    @Override
    @JsonIgnore
    public String key() {
        return "backfill/" + jobId;
    }
}
