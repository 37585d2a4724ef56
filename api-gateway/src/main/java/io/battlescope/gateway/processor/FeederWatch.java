package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.status.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether a service that makes one topic of another one gets on, by the counters of its instances. */
final class FeederWatch {

    private static final String WAITING = "lagRecords";
    private static final Duration STILL = Duration.ofSeconds(30);

    private final String service;
    private final Set<String> work;
    private long done = Long.MIN_VALUE;
    private Instant movedAt;

    /** @param work counters that grow with everything it handles */
    FeederWatch(String service, Set<String> work) {
        this.service = service;
        this.work = Set.copyOf(work);
    }

    /** What is to be said to those who follow what it writes; empty when nothing is. */
    synchronized Optional<Alarm> judge(List<ServiceStatus> reports, Instant now) {
        List<ServiceStatus> heard = reports.stream()
                .filter(report -> report.service().equals(service) && !Merge.isSilent(report, now))
                .toList();
        if (heard.isEmpty()) {
            movedAt = null;
            return alarm("Nothing is heard of " + service + ": whether all that happened was handled, nobody knows.");
        }
        long waiting = sum(heard, Set.of(WAITING));
        long handled = sum(heard, work);
        if (movedAt == null || waiting == 0 || handled != done) {
            done = handled;
            movedAt = now;
        }
        return movedAt.plus(STILL).isAfter(now)
                ? Optional.empty()
                : alarm(waiting + " records wait for " + service + ", and it has handled none since " + movedAt
                        + ": being caught up means nothing.");
    }

    private static long sum(List<ServiceStatus> reports, Set<String> counters) {
        return reports.stream()
                .flatMap(report -> counters.stream().map(report.counters()::get))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Optional<Alarm> alarm(String detail) {
        return Optional.of(new Alarm(HeadWatch.ALARM, detail));
    }
}
