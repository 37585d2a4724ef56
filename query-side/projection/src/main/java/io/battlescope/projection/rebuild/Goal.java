package io.battlescope.projection.rebuild;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Where a version has to get to before it can take the place of another one: to where that one stands. Offsets of a topic that was made
 * anew since say nothing, and whoever follows it is stranded; then it is the end of the topic there is.
 */
@Component
class Goal {

    private final TopicLog log;
    private final TopicNames topics;
    private final ProjectionProcessors processors;
    private final ProjectionVersions versions;
    private final VersionTokens tokens;

    Goal(
            TopicLog log,
            TopicNames topics,
            ProjectionProcessors processors,
            ProjectionVersions versions,
            VersionTokens tokens) {
        this.log = log;
        this.topics = topics;
        this.processors = processors;
        this.versions = versions;
        this.tokens = tokens;
    }

    /** Whether the version follows a topic that is gone. */
    boolean isStranded(ProjectionVersion version) {
        return !versions.follows(version, log.topicId(topic(version)));
    }

    /** Last offsets, by partition. */
    Map<Integer, Long> at(ProjectionVersion other) {
        return isStranded(other) ? lastOf(topic(other)) : tokens.of(other).highest();
    }

    private Map<Integer, Long> lastOf(String topic) {
        Set<TopicPartition> partitions = log.partitionsOf(topic);
        Map<TopicPartition, Long> starts = log.starts(partitions);
        Map<Integer, Long> last = new TreeMap<>();
        log.ends(partitions).forEach((partition, end) -> {
            if (end > starts.get(partition)) {
                last.put(partition.partition(), end - 1);
            }
        });
        return last;
    }

    private String topic(ProjectionVersion version) {
        return processors.feeds().stream()
                .filter(feed -> feed.projection().name().equals(version.processor()))
                .map(ProjectionFeed::topic)
                .map(topics::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No topic is known for " + version.processor()));
    }
}
