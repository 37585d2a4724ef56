package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.processor.ProcessorReport.Partition;
import io.battlescope.api.processor.ProcessorReport.Replay;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A version of a processor over all instances; what nobody reports is {@code null}. */
public record ProcessorView(
        String processor,

        @Schema(description = "of what it keeps: 1 unless it was ever rebuilt")
        int version,

        @Schema(description = "who runs it") String service,

        @Schema(description = "`living` (answers come from it), `building`, `kept` (for a rollback) or `dropping`")
        String role,

        @Schema(
                description = "`pooled`, `tracking`, or `on demand` for an archive that works only when asked",
                nullable = true)
        String mode,

        @Schema(description = "the topic it follows, `event store`, or what the archive is", nullable = true)
        String source,

        @Schema(
                description =
                        "`running` when any instance runs it, `paused`, `held` (an act is at work), `stopped`, `error`;"
                                + " `idle` for an archive that nobody asks anything of; `unknown` when nobody reports it")
        String state,

        @Schema(description = "whether what it keeps can be emptied and filled again", nullable = true)
        Boolean resettable,

        @Schema(description = "whether it can be rebuilt, which takes tables of its own", nullable = true)
        Boolean rebuildable,

        @Schema(description = "who reports it") List<Instance> instances,
        List<Segment> segments,

        @Schema(
                description =
                        "last offset that every segment is past and last offset there is, by partition of the source")
        List<Partition> partitions,

        @Schema(description = "events that nobody has handled", nullable = true)
        Long eventsBehind,

        @Schema(description = "age of what waits", nullable = true)
        Double secondsBehind,

        @Schema(description = "events handled a second, over the last half a minute", nullable = true)
        Double perSecond,

        @Schema(nullable = true) Boolean caughtUp,

        @Schema(description = "how far a replay is; it is done once the processor has caught up", nullable = true)
        Replay replay,

        @Schema(description = "what stands in its way", nullable = true)
        Trouble error,

        @Schema(description = "what somebody should look at; empty when all is well")
        List<Alarm> alarms,

        @Schema(description = "sequences with dead letters", nullable = true)
        Long parkedSequences,

        @Schema(description = "dead letters in them", nullable = true)
        Long parkedLetters,

        @Schema(description = "the act at work that others have to wait for; a rebuild is none", nullable = true)
        String act,

        @Schema(description = "of the freshest report, which shared figures are taken from", nullable = true)
        Instant reportedAt) {

    /** A processor on one instance. */
    @Schema(name = "ProcessorInstance")
    public record Instance(
            String instance,
            long pid,
            String state,

            @Schema(description = "segments that it holds") List<Integer> segments,

            @Schema(nullable = true) Trouble error,
            Instant reportedAt) {}

    /** A share of a processor's events. */
    @Schema(name = "ProcessorSegment")
    public record Segment(
            int segment,

            @Schema(description = "it handles what hashes to `segment` under this mask")
            int mask,

            @Schema(description = "the segment it can be merged with; none for the only one", nullable = true)
            Integer mergeableWith,

            @Schema(description = "the process that holds it", nullable = true)
            String owner,

            @Schema(description = "since its owner last confirmed that it lives", nullable = true)
            Double claimAgeSeconds,

            boolean caughtUp,
            boolean replaying,

            @Schema(nullable = true) Trouble error) {}
}
