package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.StreamKafka;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.SegmentToken;
import io.battlescope.projection.version.SegmentTokens;
import io.battlescope.projection.version.TokenTable;
import io.battlescope.projection.version.VersionTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a version that nobody runs to a position: a processor stops somewhere behind the last event, here each partition is read to
 * its offset. Rows and tokens go in one transaction, with the tokens locked, so that it can end anywhere and be begun again.
 */
@Component
class CatchUp {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StreamKafka kafka;
    private final TokenTable tokens;
    private final VersionTables tables;
    private final TransactionTemplate transaction;

    CatchUp(StreamKafka kafka, TokenTable tokens, VersionTables tables, PlatformTransactionManager transactions) {
        this.kafka = kafka;
        this.tokens = tokens;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether it is there; {@code false} when somebody runs the version */
    boolean bring(ProjectionFeed feed, ProjectionVersion version, Map<TopicPartition, Long> target) {
        SegmentTokens now = tokens.read(version.tokenName());
        if (now.behind(target) == 0) {
            return true;
        }
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka.consumer(version.tokenName() + "-catch-up", feed.topic()))) {
            Map<TopicPartition, Long> from = now.lowest();
            consumer.assign(target.keySet());
            target.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, -1L) + 1));
            return read(consumer, feed, version, target);
        }
    }

    private boolean read(
            KafkaConsumer<String, byte[]> consumer,
            ProjectionFeed feed,
            ProjectionVersion version,
            Map<TopicPartition, Long> target) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean there = false;
        while (!there) {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() <= target.get(partition(record))) {
                    records.add(record);
                }
            });
            Map<TopicPartition, Long> reached = reached(consumer, target);
            if (!Boolean.TRUE.equals(transaction.execute(status -> apply(records, reached, feed, version)))) {
                return false;
            }
            there = reached.equals(target);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (!there && System.nanoTime() - deadline > 0) {
                throw new KafkaException("Kafka does not hand out " + feed.topic().topicName() + " up to " + target);
            }
        }
        return true;
    }

    private static Map<TopicPartition, Long> reached(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> target) {
        return target.keySet().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> Math.min(target.get(partition), consumer.position(partition, PATIENCE) - 1)));
    }

    private boolean apply(
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> reached,
            ProjectionFeed feed,
            ProjectionVersion version) {
        tables.use(version);
        SegmentTokens segments = tokens.lock(version.tokenName());
        if (!segments.standStill()) {
            return false;
        }
        List<EventMessage<?>> news = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            feed.converter()
                    .readKafkaMessage(record)
                    .filter(event -> isNews(event, record, feed, segments))
                    .ifPresent(news::add);
        }
        if (!news.isEmpty()) {
            feed.projection().apply(news);
        }
        segments.segments().forEach(segment -> tokens.store(version.tokenName(), segment.advancedTo(reached)));
        return true;
    }

    private static boolean isNews(
            EventMessage<?> event, ConsumerRecord<?, ?> record, ProjectionFeed feed, SegmentTokens segments) {
        Object system = feed.projection().systemOf(event);
        for (SegmentToken each : segments.segments()) {
            if (each.segment().matches(system) && !each.hasHandled(partition(record), record.offset())) {
                return true;
            }
        }
        return false;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
