package io.battlescope.projection.status;

import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.processor.ProcessorHealth;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessor;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.stream.TopicLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;

/**
 * Counters {@code killmails}, {@code battles}, {@code lagRecords}, {@code lagMillis} and, with the processor's name behind a dot,
 * {@code handled}, {@code lagRecords}, {@code lagMillis}; notes {@code state.<processor>} and, in trouble,
 * {@code error.<processor>} and {@code error}.
 */
final class ProjectionStatus implements StatusSource {

    private final ProjectionProcessors processors;
    private final ProjectionCounts counts;
    private final StoredPositions positions;
    private final TopicLog ends;
    private final TopicNames topics;
    private final Map<String, LagClock> clocks = new HashMap<>();

    ProjectionStatus(
            ProjectionProcessors processors,
            ProjectionCounts counts,
            StoredPositions positions,
            TopicLog ends,
            TopicNames topics) {
        this.processors = processors;
        this.counts = counts;
        this.positions = positions;
        this.ends = ends;
        this.topics = topics;
    }

    @Override
    public synchronized ServiceReport report() {
        Map<String, Long> counters = new TreeMap<>();
        Map<String, String> notes = new TreeMap<>();
        try {
            counters.putAll(counts.count());
            for (ProjectionFeed feed : processors.feeds()) {
                tell(feed, counters, notes);
            }
        } catch (DataAccessException e) {
            notes.put(
                    "error",
                    "The Query DB does not answer: " + e.getMostSpecificCause().getMessage());
        }
        return new ServiceReport(counters, notes);
    }

    private void tell(ProjectionFeed feed, Map<String, Long> counters, Map<String, String> notes) {
        String name = feed.projection().name();
        Optional<Lag> lag = lag(feed, notes);
        lag.ifPresent(behind -> {
            counters.put("lagRecords." + name, behind.records());
            counters.put("lagMillis." + name, behind.millis());
            if (isOfTheReadModel(feed)) {
                counters.merge("lagRecords", behind.records(), Long::sum);
                counters.merge("lagMillis", behind.millis(), Math::max);
            }
        });
        boolean caughtUp = lag.isPresent() && lag.get().records() == 0;
        // with nothing left to handle, whatever failed has been got past
        Optional<ProcessorHealth.Failure> failure =
                caughtUp ? Optional.empty() : processors.health(name).failure();
        notes.put("state." + name, state(processors.processors().get(name), caughtUp, failure.isPresent()));
        failure.ifPresent(trouble -> {
            String text = trouble.cause() + " (since " + trouble.at() + ")";
            notes.put("error." + name, text);
            notes.put("error", name + ": " + text);
        });
    }

    /** Battles and killmails; what admins asked for and what ids are called may wait without anybody seeing old battles. */
    private static boolean isOfTheReadModel(ProjectionFeed feed) {
        return feed.topic().retention().isEmpty() && !feed.topic().isCompacted();
    }

    private Optional<Lag> lag(ProjectionFeed feed, Map<String, String> notes) {
        String name = feed.projection().name();
        Map<TopicPartition, Long> handled = positions.of(name, topics.of(feed.topic()));
        if (handled.isEmpty()) {
            return Optional.empty();
        }
        try {
            LagClock clock = clocks.computeIfAbsent(name, ignored -> new LagClock(Instant.now()));
            Map<TopicPartition, Long> end = ends.ends(handled.keySet());
            if (feed.topic().retention().isPresent()) {
                ends.starts(handled.keySet())
                        .forEach((partition, start) -> handled.merge(partition, start - 1, Math::max));
            }
            return Optional.of(clock.measure(handled, end, Instant.now()));
        } catch (KafkaException e) {
            notes.put("error", e.getMessage());
            return Optional.empty();
        }
    }

    private static String state(ProjectionProcessor processor, boolean caughtUp, boolean failing) {
        if (processor == null || !processor.isRunning()) {
            return "stopped";
        }
        if (failing) {
            return "error";
        }
        if (caughtUp) {
            return "caught up";
        }
        return processor.isReplaying() ? "replaying" : "catching up";
    }
}
