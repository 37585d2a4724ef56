package io.battlescope.projection.status;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Partition;
import io.battlescope.api.processor.ProcessorReport.Replay;
import io.battlescope.api.processor.ProcessorReport.Segment;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.processor.ProcessorHealth;
import io.battlescope.projection.processor.ProjectionProcessor;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenStores;
import io.battlescope.projection.version.ProjectionVersion.State;
import io.battlescope.projection.version.ProjectionVersions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.WrappedToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what was seen of a processor into the words of its report. */
@Component
class ReportWriter {

    private final ProjectionProcessors processors;
    private final TokenStores stores;
    private final ParkedCounts parked;
    private final ProjectionProperties properties;

    ReportWriter(
            ProjectionProcessors processors,
            TokenStores stores,
            ObjectProvider<ParkedCounts> parked,
            ProjectionProperties properties) {
        this.processors = processors;
        this.stores = stores;
        this.parked = parked.getIfAvailable(() -> ParkedCounts.NONE);
        this.properties = properties;
    }

    ProcessorReport write(Seen seen, Track track) {
        long letters = parked.letters(seen.tokenName());
        Optional<Trouble> trouble = trouble(seen);
        Lag lag = track.lag();
        return new ProcessorReport(
                seen.version().processor(),
                seen.version().version(),
                ProjectionVersions.name(seen.version().state()),
                "pooled",
                seen.feed().topic().topicName(),
                state(seen, trouble.isPresent()),
                seen.feed().projection().isResettable(),
                seen.segments().stream().map(segment -> segment(seen, segment)).toList(),
                partitions(seen),
                lag == null ? null : lag.records(),
                lag == null ? null : lag.millis(),
                track.perSecond(),
                seen.isCaughtUp(),
                replay(seen, track),
                trouble.orElse(null),
                Alarms.of(seen, track, letters, properties.claimTimeout()),
                parked.sequences(seen.tokenName()),
                letters,
                seen.control().act(),
                seen.feed().projection().isResettable()
                        && !seen.feed().projection().tables().isEmpty());
    }

    /** What stands in its way on this instance; once it has caught up, whatever failed has been got past. */
    Optional<Trouble> trouble(Seen seen) {
        if (seen.isLost()) {
            return Optional.of(new Trouble(seen.lost(), seen.at()));
        }
        return seen.isCaughtUp()
                ? Optional.empty()
                : processors.health(seen.tokenName()).failure().map(ReportWriter::trouble);
    }

    private static Trouble trouble(ProcessorHealth.Failure failure) {
        return new Trouble(failure.cause(), failure.at());
    }

    private String state(Seen seen, boolean failing) {
        if (seen.control().held()) {
            return "held";
        }
        if (seen.control().paused()) {
            return "paused";
        }
        if (!isRunning(seen)) {
            return "stopped";
        }
        return failing ? "error" : "running";
    }

    boolean isRunning(Seen seen) {
        ProjectionProcessor processor = processors.processors().get(seen.tokenName());
        return processor != null && processor.isRunning();
    }

    private Segment segment(Seen seen, StoredToken stored) {
        int[] ids = StoredToken.ids(seen.segments());
        var segment = org.axonframework.eventhandling.Segment.computeSegment(stored.segment(), ids);
        boolean mine = stores.isMine(stored.owner());
        boolean caughtUp = seen.isCaughtUp(stored);
        return new Segment(
                stored.segment(),
                segment.getMask(),
                mergeable(segment, ids),
                stored.owner(),
                stored.owner() == null
                        ? null
                        : Math.max(
                                0,
                                Duration.between(stored.claimedAt(), seen.at()).toMillis()),
                mine,
                caughtUp,
                isReplaying(stored) && !caughtUp,
                mine && !caughtUp
                        ? processors
                                .health(seen.tokenName())
                                .failure(stored.segment())
                                .map(ReportWriter::trouble)
                                .orElse(null)
                        : null);
    }

    private static Integer mergeable(org.axonframework.eventhandling.Segment segment, int[] ids) {
        return List.of(org.axonframework.eventhandling.Segment.computeSegments(ids)).stream()
                .filter(segment::isMergeableWith)
                .map(org.axonframework.eventhandling.Segment::getSegmentId)
                .findFirst()
                .orElse(null);
    }

    /** What the framework says of it is true until the next event only. */
    static boolean isReplaying(StoredToken stored) {
        return WrappedToken.unwrap(stored.token(), ReplayToken.class).isPresent();
    }

    private static List<Partition> partitions(Seen seen) {
        Map<Integer, Long> handled = seen.handled();
        return seen.source().ends().entrySet().stream()
                .map(end -> new Partition(end.getKey(), handled.getOrDefault(end.getKey(), -1L), end.getValue() - 1))
                .toList();
    }

    private static Replay replay(Seen seen, Track track) {
        Lag lag = track.lag();
        Seen.Replay replay = seen.control().replay();
        if (lag == null
                || lag.records() == 0
                || (replay == null && seen.version().state() != State.BUILDING)) {
            return null;
        }
        Map<Integer, Long> handled = seen.handled();
        Map<Integer, Long> from = replay == null ? Map.of() : replay.from();
        long total = 0;
        long done = 0;
        for (Map.Entry<Integer, Long> end : seen.source().ends().entrySet()) {
            long first = from.getOrDefault(end.getKey(), -1L);
            long last = replay == null ? end.getValue() - 1 : replay.to().getOrDefault(end.getKey(), -1L);
            long share = Math.max(0, last - first);
            total += share;
            done += Math.clamp(handled.getOrDefault(end.getKey(), -1L) - first, 0, share);
        }
        double pace = track.perSecond();
        return new Replay(
                done,
                total,
                pace > 0 ? pace : null,
                pace > 0 ? Long.valueOf(Math.round(Math.ceil(lag.records() / pace))) : null);
    }
}
