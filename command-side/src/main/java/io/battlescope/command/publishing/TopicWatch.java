package io.battlescope.command.publishing;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topic there is behind a name now. Offsets cannot tell a topic that was made anew once it has grown past them; its id can.
 */
class TopicWatch implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final Admin admin;
    private final TopicNames names;
    private final Collection<Topic> topics;
    /** Ids as they were seen last; none for a topic that does not exist. {@code null} before the broker has answered once. */
    private volatile Map<Topic, String> seen;

    TopicWatch(Admin admin, TopicNames names, Collection<Topic> topics) {
        this.admin = admin;
        this.names = names;
        this.topics = List.copyOf(topics);
    }

    /**
     * Looks.
     *
     * @throws KafkaException when the broker does not answer; what was seen before is remembered
     */
    void look() {
        Map<Topic, String> now = new HashMap<>();
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(topics.stream().map(names::of).toList()).topicNameValues();
        for (Topic topic : topics) {
            describe(answers.get(names.of(topic)))
                    .ifPresent(found -> now.put(topic, found.topicId().toString()));
        }
        seen = Map.copyOf(now);
    }

    private static Optional<TopicDescription> describe(KafkaFuture<TopicDescription> answer) {
        try {
            return Optional.of(get(answer));
        } catch (UnknownTopicOrPartitionException gone) {
            return Optional.empty();
        }
    }

    boolean hasLooked() {
        return seen != null;
    }

    /** {@code null} when there is none. */
    String idOf(Topic topic) {
        Map<Topic, String> ids = seen;
        return ids == null ? null : ids.get(topic);
    }

    /** Removes what lies in a topic now. */
    void empty(Topic topic) {
        String name = names.of(topic);
        Map<TopicPartition, OffsetSpec> partitions =
                get(admin.describeTopics(List.of(name)).topicNameValues().get(name)).partitions().stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        get(admin.listOffsets(partitions).all()).forEach((partition, end) -> {
            if (end.offset() > 0) {
                all.put(partition, RecordsToDelete.beforeOffset(end.offset()));
            }
        });
        get(admin.deleteRecords(all).all());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
