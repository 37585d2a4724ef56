package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether {@code battle.events} holds all that happened: the publisher alone can tell. */
final class PublisherWatch {

    /** The publisher is behind for a moment after every event; standing still that long is another matter. */
    private static final Duration STILL = Duration.ofSeconds(10);

    private long position = Long.MIN_VALUE;
    private Instant behindSince;

    /** What is to be said to those who follow {@code battle.events}; empty when its head can be trusted. */
    synchronized Optional<Alarm> judge(List<Merge.Said> publisher, Instant now) {
        if (publisher.isEmpty() || Merge.freshest(publisher).isSilent(now)) {
            behindSince = null;
            return alarm("Nothing is heard of " + Publishers.OF_BATTLES
                    + ": whether all that happened was published, nobody knows.");
        }
        ProcessorReport report = Merge.freshest(publisher).report();
        if (has(report, "TARGET_LOST")) {
            behindSince = null;
            return alarm(
                    "The topic was made anew, and what was published before is not in it: being caught up means nothing.");
        }
        if (report.eventsBehind() == null) {
            behindSince = null;
            return alarm(Publishers.OF_BATTLES + " cannot tell how far the event store is.");
        }
        if (report.eventsBehind() == 0) {
            behindSince = null;
            return Optional.empty();
        }
        boolean still = isStill(report, now);
        return still || isStuck(report)
                ? alarm(Publishers.OF_BATTLES + " (" + report.state()
                        + ") does not publish what the event store holds: being caught up means nothing.")
                : Optional.empty();
    }

    private boolean isStill(ProcessorReport report, Instant now) {
        long current = report.partitions().stream()
                .mapToLong(ProcessorReport.Partition::position)
                .sum();
        if (behindSince == null || current != position) {
            position = current;
            behindSince = now;
        }
        return !behindSince.plus(STILL).isAfter(now);
    }

    private static boolean isStuck(ProcessorReport report) {
        return !report.state().equals("running") || report.error() != null || has(report, "NOT_MOVING");
    }

    private static boolean has(ProcessorReport report, String alarm) {
        return report.alarms().stream().anyMatch(one -> one.code().equals(alarm));
    }

    private static Optional<Alarm> alarm(String detail) {
        return Optional.of(new Alarm(HeadWatch.ALARM, detail));
    }
}
