package io.battlescope.projection.status;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.status.Seen.Source;
import io.battlescope.projection.stream.TopicLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Where topics begin and end, and whether they are still the same ones; all of them in one round of questions. */
@Component
class SourceEnds {

    private final TopicLog log;
    private final TopicNames names;

    SourceEnds(TopicLog log, TopicNames names) {
        this.log = log;
        this.names = names;
    }

    /** By the topics' full names. */
    Map<String, Source> of(Collection<Topic> topics) {
        List<String> wanted = topics.stream().map(names::of).toList();
        try {
            Map<String, TopicDescription> found = log.describe(wanted);
            Map<TopicPartition, Long> ends = log.ends(partitions(found.values()));
            Map<TopicPartition, Long> starts = log.starts(partitions(found.values()));
            Map<String, Source> sources = new HashMap<>();
            wanted.forEach(topic -> sources.put(
                    topic,
                    new Source(
                            found.containsKey(topic)
                                    ? found.get(topic).topicId().toString()
                                    : null,
                            of(topic, starts),
                            of(topic, ends),
                            null)));
            return sources;
        } catch (KafkaException e) {
            Source away = new Source(null, Map.of(), Map.of(), String.valueOf(e.getMessage()));
            return wanted.stream().collect(Collectors.toMap(topic -> topic, topic -> away));
        }
    }

    private static List<TopicPartition> partitions(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static Map<Integer, Long> of(String topic, Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> own = new TreeMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topic)) {
                own.put(partition.partition(), offset);
            }
        });
        return own;
    }
}
