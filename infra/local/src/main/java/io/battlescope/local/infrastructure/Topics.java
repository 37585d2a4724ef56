package io.battlescope.local.infrastructure;

import io.battlescope.api.topic.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics, for the broker creates none by itself. Needs nothing but Kafka's client. */
public final class Topics {

    /** What a batch of records may weigh: one of {@link Topic#MAX_MESSAGE_BYTES} and what is around it. */
    public static final int MAX_BATCH_BYTES = 10 * 1024 * 1024;

    private static final int TIMEOUT_SECONDS = 30;
    private static final int PAUSE_MILLIS = 50;

    private Topics() {}

    /** Creates what is missing; a topic that is there keeps its partitions, for keys must not move. */
    public static void createAll(String kafka, String prefix) throws InterruptedException {
        createAll(kafka, prefix, Map.of());
    }

    /**
     * Creates what is missing, some of it with settings of its own: a broker heeds those of a topic's birth from the first
     * record on, later changes whenever it comes to them.
     *
     * @param settings the broker's names and values, by topic
     */
    public static void createAll(String kafka, String prefix, Map<Topic, Map<String, String>> settings)
            throws InterruptedException {
        try (Admin admin = admin(kafka, Duration.ofSeconds(TIMEOUT_SECONDS))) {
            Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .map(topic -> newTopic(topic, prefix, settings.getOrDefault(topic, Map.of())))
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            awaitKnown(admin, missing);
            awaitLeaders(admin, missing);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka at " + kafka + " did not create the topics: " + e.getMessage(), e);
        }
    }

    /** A broker that has just created a topic may not know it for a moment, and describing it then fails. */
    private static void awaitKnown(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (true) {
            try {
                admin.describeTopics(names).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /**
     * A broker names itself the leader of a new partition before it takes records for it. A producer that sends in between may
     * have its first batch refused and the second taken; the first then fails for good, as out of order, after it was tried
     * for the whole delivery timeout. Only the leader at work answers for a partition's offsets, and the client asks until it
     * does.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(partitions).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    static boolean answers(String kafka) {
        try (Admin admin = admin(kafka, Duration.ofSeconds(5))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException startingUp) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Admin admin(String kafka, Duration timeout) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200L));
    }

    private static NewTopic newTopic(Topic topic, String prefix, Map<String, String> settings) {
        long retention = topic.retention().map(Duration::toMillis).orElse(-1L);
        Map<String, String> all = new HashMap<>(Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention),
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.isCompacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_BATCH_BYTES),
                TopicConfig.COMPRESSION_TYPE_CONFIG,
                "producer"));
        all.putAll(settings);
        return new NewTopic(prefix + topic.topicName(), topic.partitions(), (short) 1).configs(all);
    }
}
