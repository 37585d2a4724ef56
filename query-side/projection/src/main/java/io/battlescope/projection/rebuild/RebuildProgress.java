package io.battlescope.projection.rebuild;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.version.ProjectionVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far a version is that catches up, at what pace, and how long it will take. */
@Component
class RebuildProgress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double WEIGHT_OF_THE_LATEST = 0.3;

    private final TopicLog log;
    private final TopicNames topics;
    private final VersionTokens tokens;
    private final RebuildStore store;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    private record Look(long nanoTime, long handled, double perSecond) {

        Look next(long now, long handledNow) {
            double pace = Math.max(0, handledNow - handled) * 1e9 / (now - nanoTime);
            double smooth =
                    perSecond == 0 ? pace : (1 - WEIGHT_OF_THE_LATEST) * perSecond + WEIGHT_OF_THE_LATEST * pace;
            return new Look(now, handledNow, smooth);
        }
    }

    RebuildProgress(TopicLog log, TopicNames topics, VersionTokens tokens, RebuildStore store) {
        this.log = log;
        this.topics = topics;
        this.tokens = tokens;
        this.store = store;
    }

    /** At most once a second. */
    void tell(KnownRebuild rebuild, ProjectionFeed feed, ProjectionVersion version) {
        long now = System.nanoTime();
        Look last = looks.get(rebuild.rebuildId());
        if (last != null && now - last.nanoTime() < INTERVAL_NANOS) {
            return;
        }
        String topic = topics.of(feed.topic());
        Set<TopicPartition> partitions = log.partitionsOf(topic);
        Map<Integer, Long> starts = TopicLog.byNumber(log.starts(partitions));
        Map<Integer, Long> positions = tokens.of(version).lowest();
        long handled = starts.entrySet().stream()
                .mapToLong(start -> Math.max(0, positions.getOrDefault(start.getKey(), -1L) + 1 - start.getValue()))
                .sum();
        Look look = last == null ? new Look(now, handled, 0) : last.next(now, handled);
        looks.put(rebuild.rebuildId(), look);
        store.tell(rebuild, null, figures(total(feed), look));
    }

    private static Map<String, Long> figures(long total, Look look) {
        Map<String, Long> figures = new TreeMap<>(Map.of("eventsTotal", total, "eventsHandled", look.handled()));
        long pace = Math.round(look.perSecond());
        if (pace > 0) {
            figures.put("perSecond", pace);
            figures.put("etaSeconds", Math.max(0, total - look.handled()) / pace);
        }
        return figures;
    }

    /** All there is in the topic of a feed. */
    long total(ProjectionFeed feed) {
        Set<TopicPartition> partitions = log.partitionsOf(topics.of(feed.topic()));
        Map<TopicPartition, Long> starts = log.starts(partitions);
        return log.ends(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - starts.get(end.getKey()))
                .sum();
    }
}
