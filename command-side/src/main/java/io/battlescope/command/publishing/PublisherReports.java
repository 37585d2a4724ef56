package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.processor.ProcessorReport.Partition;
import io.battlescope.api.processor.ProcessorReport.Replay;
import io.battlescope.api.processor.ProcessorReport.Segment;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.kit.status.ProcessorSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;

/** The publishers and archives as this instance sees them. */
final class PublisherReports implements ProcessorSource {

    private final Targets targets;
    private final Lineup lineup;
    private final ActStore acts;
    private final Clock clock;
    private final PublisherAlarms alarms;
    private final Map<String, Movement> movements = new HashMap<>();
    private final Map<String, Trouble> troubles = new HashMap<>();
    private volatile List<ProcessorReport> latest = List.of();

    PublisherReports(Targets targets, Lineup lineup, ActStore acts, Clock clock) {
        this.targets = targets;
        this.lineup = lineup;
        this.acts = acts;
        this.clock = clock;
        this.alarms = new PublisherAlarms(targets, lineup);
    }

    @Override
    public synchronized List<ProcessorReport> processors() {
        try {
            latest = look();
        } catch (DataAccessException e) {
            latest = targets.publishers().stream()
                    .map(publisher -> away(publisher, PublisherAlarms.away(e)))
                    .toList();
        }
        return latest;
    }

    /** What was reported last. */
    List<ProcessorReport> latest() {
        return latest;
    }

    private List<ProcessorReport> look() {
        Map<String, Act> running = new HashMap<>();
        acts.running().forEach(act -> running.put(act.order().processor(), act));
        List<ProcessorReport> reports = new ArrayList<>();
        targets.publishers().forEach(publisher -> reports.add(of(publisher, running.get(publisher.name()))));
        targets.archives().stream()
                .filter(archive -> targets.publisher(archive.processor()) == null)
                .forEach(archive -> reports.add(of(archive, running.get(archive.processor()))));
        return List.copyOf(reports);
    }

    private ProcessorReport of(Publisher publisher, Act act) {
        Instant now = clock.instant();
        Publisher.Standing standing = publisher.standing();
        Trouble trouble = trouble(publisher.name(), publisher.error(), now);
        Movement movement = movements.computeIfAbsent(publisher.name(), name -> new Movement());
        movement.see(now, standing.acknowledged(), standing.waiting() > 0);
        boolean caughtUp = standing.waiting() == 0;
        return new ProcessorReport(
                publisher.name(),
                1,
                "living",
                "tracking",
                "event store",
                state(publisher, trouble),
                false,
                List.of(segment(standing, caughtUp, trouble, now)),
                List.of(new Partition(0, standing.acknowledged(), standing.head())),
                standing.waiting(),
                caughtUp ? 0 : millisBehind(standing, now),
                movement.perSecond(),
                caughtUp,
                replay(act),
                trouble,
                alarms.of(publisher, standing, movement, now),
                0,
                0,
                act == null ? null : act.id(),
                false);
    }

    /** One segment keeps the order of the store. */
    private static Segment segment(Publisher.Standing standing, boolean caughtUp, Trouble trouble, Instant now) {
        Long claimAge = standing.claimedAt() == null ? null : millisSince(standing.claimedAt(), now);
        return new Segment(0, 0, null, standing.owner(), claimAge, standing.mine(), caughtUp, false, trouble);
    }

    private String state(Publisher publisher, Trouble trouble) {
        if (lineup.isPaused(publisher.name())) {
            return "paused";
        }
        if (lineup.isHeld(publisher)) {
            return "held";
        }
        if (!publisher.isRunning()) {
            return "stopped";
        }
        return trouble == null ? "running" : "error";
    }

    /** Never 0 while something waits. */
    private static long millisBehind(Publisher.Standing standing, Instant now) {
        return standing.oldestWaiting() == null ? 1 : Math.max(1, millisSince(standing.oldestWaiting(), now));
    }

    private static long millisSince(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toMillis());
    }

    private Trouble trouble(String processor, String cause, Instant now) {
        Trouble before = troubles.get(processor);
        Trouble trouble = cause == null ? null : new Trouble(cause, before == null ? now : before.since());
        troubles.put(processor, trouble);
        return trouble;
    }

    private static Replay replay(Act act) {
        return act == null || act.topicId() == null
                ? null
                : new Replay(act.published(), act.total(), act.perSecond(), act.etaSeconds());
    }

    private ProcessorReport of(Archive archive, Act act) {
        return new ProcessorReport(
                archive.processor(),
                1,
                "living",
                "on demand",
                archive.description(),
                act == null ? "idle" : "running",
                false,
                List.of(),
                List.of(),
                0L,
                0L,
                act == null ? 0 : act.perSecond(),
                true,
                replay(act),
                null,
                alarms.lost(archive.processor()),
                0,
                0,
                act == null ? null : act.id(),
                false);
    }

    /** All that can be said without the Events DB. */
    private ProcessorReport away(Publisher publisher, Alarm alarm) {
        return new ProcessorReport(
                publisher.name(),
                1,
                "living",
                "tracking",
                "event store",
                "error",
                false,
                List.of(),
                List.of(),
                null,
                null,
                0,
                false,
                null,
                trouble(publisher.name(), alarm.detail(), clock.instant()),
                List.of(alarm),
                0,
                0,
                null,
                false);
    }
}
