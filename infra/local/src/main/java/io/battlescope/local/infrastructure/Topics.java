package io.battlescope.local.infrastructure;

import io.battlescope.api.topic.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
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
        try (Admin admin = admin(kafka, Duration.ofSeconds(TIMEOUT_SECONDS))) {
            Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .map(topic -> newTopic(topic, prefix))
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            awaitKnown(admin, missing.stream().map(NewTopic::name).toList());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka at " + kafka + " did not create the topics: " + e.getMessage(), e);
        }
    }

    /** A broker that has just created a topic may not know it for a moment, and describing it then fails. */
    private static void awaitKnown(Admin admin, List<String> names)
            throws InterruptedException, ExecutionException, TimeoutException {
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

    private static NewTopic newTopic(Topic topic, String prefix) {
        long retention = topic.retention().map(Duration::toMillis).orElse(-1L);
        return new NewTopic(prefix + topic.topicName(), topic.partitions(), (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(MAX_BATCH_BYTES),
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                        "producer"));
    }
}
