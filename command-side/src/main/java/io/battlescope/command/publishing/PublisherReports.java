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
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** The publishers and archives as this instance sees them. */
final class PublisherReports implements ProcessorSource {

    private static final Duration LONG_BEHIND = Duration.ofMinutes(1);
    private static final Duration LONG_UNCLAIMED = Duration.ofSeconds(30);

    private final Targets targets;
    private final Lineup lineup;
    private final ActStore acts;
    private final Clock clock;
    private final Map<String, Movement> movements = new HashMap<>();
    private final Map<String, Trouble> troubles = new HashMap<>();

    PublisherReports(Targets targets, Lineup lineup, ActStore acts, Clock clock) {
        this.targets = targets;
        this.lineup = lineup;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public synchronized List<ProcessorReport> processors() {
        Map<String, Act> running = new HashMap<>();
        try {
            acts.running().forEach(act -> running.put(act.order().processor(), act));
        } catch (DataAccessException e) {
            return targets.publishers().stream().map(publisher -> away(publisher, e)).toList();
        }
        List<ProcessorReport> reports = new ArrayList<>();
        targets.publishers().forEach(publisher -> reports.add(of(publisher, running.get(publisher.name()))));
        targets.archives().stream()
                .filter(archive -> targets.publisher(archive.processor()) == null)
                .forEach(archive -> reports.add(of(archive, running.get(archive.processor()))));
        return reports;
    }

    private ProcessorReport of(Publisher publisher, Act act) {
        Instant now = clock.instant();
        Publisher.Standing standing;
        try {
            standing = publisher.standing();
        } catch (DataAccessException e) {
            return away(publisher, e);
        }
        Trouble trouble = trouble(publisher.name(), publisher.error(), now);
        Segment segment = new Segment(
                0,
                0,
                null,
                standing.owner(),
                standing.claimedAt() == null ? null : millisSince(standing.claimedAt(), now),
                standing.mine(),
                standing.waiting() == 0,
                false,
                trouble);
        Movement movement = movements.computeIfAbsent(publisher.name(), name -> new Movement());
        movement.see(now, standing.acknowledged(), standing.waiting() > 0);
        return new ProcessorReport(
                publisher.name(),
                1,
                "living",
                "tracking",
                "event store",
                state(publisher, trouble),
                false,
                List.of(segment),
                List.of(new Partition(0, standing.acknowledged(), standing.head())),
                standing.waiting(),
                millisBehind(standing, now),
                movement.perSecond(),
                standing.waiting() == 0,
                replay(act),
                trouble,
                alarms(publisher, standing, movement, now),
                0,
                0,
                act == null ? null : act.id());
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

    private List<Alarm> alarms(Publisher publisher, Publisher.Standing standing, Movement movement, Instant now) {
        List<Alarm> alarms = new ArrayList<>(lost(publisher.name(), targets.archive(publisher.name())));
        boolean isMeantToRun = !lineup.isPaused(publisher.name()) && !lineup.isHeld(publisher);
        if (isMeantToRun && movement.isStuck(now)) {
            alarms.add(new Alarm("NOT_MOVING", standing.waiting() + " events wait, and the broker acknowledges none"));
        }
        if (standing.waiting() > 0 && millisBehind(standing, now) > LONG_BEHIND.toMillis()) {
            alarms.add(new Alarm("BEHIND", "The oldest event waits since " + standing.oldestWaiting()));
        }
        if (isMeantToRun && isUnclaimed(standing, now)) {
            alarms.add(new Alarm("UNCLAIMED", "No instance publishes"));
        }
        return alarms;
    }

    private static boolean isUnclaimed(Publisher.Standing standing, Instant now) {
        return standing.waiting() > 0
                && (standing.owner() == null
                        || standing.claimedAt() == null
                        || standing.claimedAt().plus(LONG_UNCLAIMED).isBefore(now));
    }

    private List<Alarm> lost(String processor, Archive archive) {
        String loss = lineup.loss(processor);
        if (loss.isEmpty()) {
            return List.of();
        }
        return List.of(new Alarm(
                "TARGET_LOST", archive == null ? loss : loss + "; publish again from " + archive.description()));
    }

    /** Never 0 while something waits. */
    private static long millisBehind(Publisher.Standing standing, Instant now) {
        return standing.oldestWaiting() == null ? 0 : Math.max(1, millisSince(standing.oldestWaiting(), now));
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
        return report(
                archive.processor(),
                "on demand",
                archive.description(),
                act == null ? "idle" : "running",
                act,
                lost(archive.processor(), archive));
    }

    /** All that can be said while the Events DB is away. */
    private ProcessorReport away(Publisher publisher, DataAccessException why) {
        Alarm alarm = new Alarm(
                "SOURCE_AWAY",
                "The Events DB does not answer: " + why.getMostSpecificCause().getMessage());
        return report(
                publisher.name(),
                "tracking",
                "event store",
                publisher.isRunning() ? "error" : "stopped",
                null,
                List.of(alarm));
    }

    private ProcessorReport report(
            String processor, String mode, String source, String state, Act act, List<Alarm> alarms) {
        boolean isAway = mode.equals("tracking");
        return new ProcessorReport(
                processor,
                1,
                "living",
                mode,
                source,
                state,
                false,
                List.of(),
                List.of(),
                isAway ? null : 0L,
                isAway ? null : 0L,
                act == null ? 0 : act.perSecond(),
                !isAway,
                replay(act),
                isAway ? trouble(processor, alarms.getFirst().detail(), clock.instant()) : null,
                alarms,
                0,
                0,
                Optional.ofNullable(act).map(Act::id).orElse(null));
    }
}
