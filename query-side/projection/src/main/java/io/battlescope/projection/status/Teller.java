package io.battlescope.projection.status;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.projection.control.ReplayPace;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.rebuild.KnownPace;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Looks once, and puts all that is to be told of it into words. It takes as long as the Query DB and the broker do. */
@Component
class Teller implements ReplayPace {

    private final Lookout lookout;
    private final ProjectionCounts counts;
    private final ReportWriter writer;
    private final KnownPace knownPace;
    private final Map<String, Track> tracks = new ConcurrentHashMap<>();

    Teller(Lookout lookout, ProjectionCounts counts, ReportWriter writer, KnownPace knownPace) {
        this.lookout = lookout;
        this.counts = counts;
        this.writer = writer;
        this.knownPace = knownPace;
    }

    /** What a look came to. */
    record Told(ServiceReport report, List<ProcessorReport> processors) {}

    synchronized Told tell() {
        Map<String, Long> counters = new TreeMap<>(counts.count());
        Map<String, String> notes = new TreeMap<>();
        List<Seen> seen = lookout.look();
        seen.forEach(each -> track(each).note(each));
        seen.stream()
                .filter(each -> each.version().state() == State.LIVING)
                .forEach(each -> tell(each, counters, notes));
        return new Told(
                new ServiceReport(counters, notes),
                seen.stream().map(each -> writer.write(each, track(each))).toList());
    }

    @Override
    public long secondsFor(ProjectionVersion version, long events) {
        Track track = tracks.get(version.tokenName());
        double pace = track == null || track.pace() == 0 ? knownPace.of(version.processor()) : track.pace();
        return (long) Math.ceil(events / pace);
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
