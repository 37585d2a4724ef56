package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** What somebody should look at. */
final class PublisherAlarms {

    private static final Duration LONG_BEHIND = Duration.ofMinutes(1);
    private static final Duration LONG_UNCLAIMED = Duration.ofSeconds(30);

    private static final String RUNBOOK =
            ": it was restored to an earlier time; docs/operating.md says what to do with a database from yesterday";

    private final Targets targets;
    private final Lineup lineup;

    PublisherAlarms(Targets targets, Lineup lineup) {
        this.targets = targets;
        this.lineup = lineup;
    }

    List<Alarm> of(Publisher publisher, Publisher.Standing standing, Movement movement, Instant now) {
        List<Alarm> alarms = new ArrayList<>(lost(publisher.name()));
        if (!lineup.behind(publisher.name()).isEmpty()) {
            alarms.add(new Alarm("SOURCE_BEHIND", lineup.behind(publisher.name()) + RUNBOOK));
        }
        boolean isMeantToRun = !lineup.isPaused(publisher.name()) && !lineup.isHeld(publisher);
        if (isMeantToRun && movement.isStuck(now)) {
            alarms.add(new Alarm("NOT_MOVING", standing.waiting() + " events wait, and the broker acknowledges none"));
        }
        if (standing.oldestWaiting() != null
                && standing.oldestWaiting().plus(LONG_BEHIND).isBefore(now)) {
            alarms.add(new Alarm("BEHIND", "The oldest event waits since " + standing.oldestWaiting()));
        }
        if (isMeantToRun && standing.waiting() > 0 && isUnclaimed(standing, now)) {
            alarms.add(new Alarm("UNCLAIMED", "No instance publishes"));
        }
        return alarms;
    }

    private static boolean isUnclaimed(Publisher.Standing standing, Instant now) {
        return standing.owner() == null
                || standing.claimedAt() == null
                || standing.claimedAt().plus(LONG_UNCLAIMED).isBefore(now);
    }

    List<Alarm> lost(String processor) {
        String loss = lineup.loss(processor);
        if (loss.isEmpty()) {
            return List.of();
        }
        Archive archive = targets.archive(processor);
        return List.of(new Alarm(
                "TARGET_LOST", archive == null ? loss : loss + "; publish again from " + archive.description()));
    }

    static Alarm away(DataAccessException why) {
        return new Alarm(
                "SOURCE_AWAY",
                "The Events DB does not answer: " + why.getMostSpecificCause().getMessage());
    }
}
