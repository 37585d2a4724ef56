package io.battlescope.api.processor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A processor as one instance sees it; part of the instance's {@link io.battlescope.api.status.ServiceStatus}.
 *
 * @param processor its name, such as {@code battles}
 * @param version which version of what it keeps: 1 unless it was ever rebuilt
 * @param role {@code living} (answers come from it), {@code building}, {@code kept} (for a rollback); {@code living} for publishers
 * @param mode {@code pooled}, {@code tracking}, or {@code on demand} for an archive that only works when asked
 * @param source the topic it follows, {@code event store}, or what the archive is
 * @param state {@code running}, {@code paused}, {@code held} (an act is at work, or has to be), {@code stopped} or {@code error}, on this
 *     instance; {@code idle} for an archive that nobody asks anything of
 * @param resettable whether what it keeps can be emptied and filled again
 * @param segments all segments, whoever holds them
 * @param partitions where it is in its source, over all instances; empty when the source cannot be asked
 * @param eventsBehind events that nobody has handled; {@code null} when the source cannot be asked
 * @param millisBehind age of what waits (see the projection's lag clock); {@code null} when unknown
 * @param perSecond events handled a second, over the last half a minute, over all instances
 * @param replay how far a replay is; {@code null} when there is none. It is done once the processor has caught up
 * @param error what stands in its way; {@code null} when nothing does
 * @param alarms what somebody should look at; empty when all is well
 * @param parkedSequences sequences with dead letters
 * @param parkedLetters dead letters in them
 * @param act the act at work that keeps others from the processor; {@code null} for none. A rebuild or a dry run keeps nobody
 * @param rebuildable whether it can be rebuilt, which takes tables of its own; {@code null} from versions that do not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProcessorReport(
        String processor,
        int version,
        String role,
        String mode,
        String source,
        String state,
        boolean resettable,
        List<Segment> segments,
        List<Partition> partitions,
        Long eventsBehind,
        Long millisBehind,
        double perSecond,
        boolean caughtUp,
        Replay replay,
        Trouble error,
        List<Alarm> alarms,
        long parkedSequences,
        long parkedLetters,
        String act,
        Boolean rebuildable) {

    public ProcessorReport {
        segments = segments == null ? List.of() : List.copyOf(segments);
        partitions = partitions == null ? List.of() : List.copyOf(partitions);
        alarms = alarms == null ? List.of() : List.copyOf(alarms);
    }

    /**
     * A share of the processor's events.
     *
     * @param mask the segment handles what hashes to {@code segment} under this mask
     * @param mergeableWith the segment it can be merged with; {@code null} for the only one
     * @param owner the process that holds it; {@code null} when nobody does
     * @param claimAgeMillis since its owner last confirmed that it lives
     * @param mine whether this instance holds it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Segment(
            int segment,
            int mask,
            Integer mergeableWith,
            String owner,
            Long claimAgeMillis,
            boolean mine,
            boolean caughtUp,
            boolean replaying,
            Trouble error) {}

    /**
     * Where it is in one partition.
     *
     * @param position last offset that every segment is past, −1 for none; for the event store its global index
     * @param end last offset there is, −1 for none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Partition(int partition, long position, long end) {}

    /** @param etaSeconds {@code null} until there is a pace to judge by */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Replay(long handled, long total, Double perSecond, Long etaSeconds) {}

    /** @param since our clock, UTC */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Trouble(String cause, Instant since) {}

    /**
     * @param code stable, such as {@code NOT_MOVING}, {@code BEHIND}, {@code SOURCE_LOST}, {@code SOURCE_AWAY}, {@code DATABASE_AWAY},
     *     {@code TARGET_LOST}, {@code PARKED}, {@code UNCLAIMED}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alarm(String code, String detail) {}
}
