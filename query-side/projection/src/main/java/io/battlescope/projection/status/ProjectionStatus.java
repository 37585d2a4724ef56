package io.battlescope.projection.status;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.kit.status.ProcessorSource;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.projection.control.ReplayPace;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.version.ProjectionVersion.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reports of all processors; and counters {@code killmails}, {@code battles}, {@code lagRecords}, {@code lagMillis} and, with the processor's
 * name behind a dot, {@code handled}, {@code lagRecords}, {@code lagMillis}; notes {@code state.<processor>} and, in trouble,
 * {@code error.<processor>} and {@code error}, all of the living versions.
 */
@Component
final class ProjectionStatus implements StatusSource, ProcessorSource, ReplayPace {

    /** Counters and reports are asked for one after the other, and one look is enough for both. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Lookout lookout;
    private final ProjectionCounts counts;
    private final ReportWriter writer;
    private final Map<String, Track> tracks = new HashMap<>();
    private List<Seen> seen = List.of();
    private Instant seenAt = Instant.MIN;

    ProjectionStatus(Lookout lookout, ProjectionCounts counts, ReportWriter writer) {
        this.lookout = lookout;
        this.counts = counts;
        this.writer = writer;
    }

    @Override
    public synchronized ServiceReport report() {
        Map<String, Long> counters = new TreeMap<>();
        Map<String, String> notes = new TreeMap<>();
        try {
            counters.putAll(counts.count());
            look();
            seen.stream()
                    .filter(each -> each.version().state() == State.LIVING)
                    .forEach(each -> tell(each, counters, notes));
        } catch (DataAccessException e) {
            notes.put(
                    "error",
                    "The Query DB does not answer: " + e.getMostSpecificCause().getMessage());
        }
        return new ServiceReport(counters, notes);
    }

    @Override
    public synchronized List<ProcessorReport> processors() {
        if (seenAt.plus(FRESH).isBefore(Instant.now())) {
            look();
        }
        return seen.stream().map(each -> writer.write(each, track(each))).toList();
    }

    @Override
    public synchronized OptionalLong secondsFor(String tokenName, long events) {
        Track track = tracks.get(tokenName);
        return track == null || track.pace() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil(events / track.pace()));
    }

    private void look() {
        // of before the look: it can take a while, and what it says is only as new as its beginning
        Instant begun = Instant.now();
        seen = lookout.look();
        seenAt = begun;
        seen.forEach(each -> track(each).note(each));
    }

    private Track track(Seen each) {
        return tracks.computeIfAbsent(each.tokenName(), ignored -> new Track(each.at()));
    }

    private void tell(Seen each, Map<String, Long> counters, Map<String, String> notes) {
        String name = each.version().processor();
        Lag lag = track(each).lag();
        if (lag != null) {
            counters.put("lagRecords." + name, lag.records());
            counters.put("lagMillis." + name, lag.millis());
            if (isOfTheReadModel(each.feed())) {
                counters.merge("lagRecords", lag.records(), Long::sum);
                counters.merge("lagMillis", lag.millis(), Math::max);
            }
        }
        if (each.source().away() != null) {
            notes.put("error", each.source().away());
        }
        Optional<Trouble> trouble = writer.trouble(each);
        notes.put("state." + name, state(each, trouble.isPresent()));
        trouble.ifPresent(failure -> {
            String text = failure.cause() + " (since " + failure.since() + ")";
            notes.put("error." + name, text);
            notes.put("error", name + ": " + text);
        });
    }

    /** Battles and killmails; what admins asked for and what ids are called may wait without anybody seeing old battles. */
    private static boolean isOfTheReadModel(ProjectionFeed feed) {
        return feed.topic().retention().isEmpty() && !feed.topic().isCompacted();
    }

    private String state(Seen each, boolean failing) {
        if (each.control().held()) {
            return "held";
        }
        if (each.control().paused()) {
            return "paused";
        }
        if (!writer.isRunning(each)) {
            return "stopped";
        }
        if (failing) {
            return "error";
        }
        if (each.isCaughtUp()) {
            return "caught up";
        }
        boolean replaying = each.segments().stream().anyMatch(ReportWriter::isReplaying);
        return replaying ? "replaying" : "catching up";
    }
}
