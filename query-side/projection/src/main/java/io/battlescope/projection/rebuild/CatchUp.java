package io.battlescope.projection.rebuild;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.processor.EventTraits;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.StreamKafka;
import io.battlescope.projection.stream.KeepingConverter;
import io.battlescope.projection.stream.LogStart;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.VersionTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
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
    private final TopicNames topics;
    private final VersionTokens tokens;
    private final VersionTables tables;
    private final ParkingLot parkingLot;
    private final TransactionTemplate transaction;

    CatchUp(
            StreamKafka kafka,
            TopicNames topics,
            VersionTokens tokens,
            VersionTables tables,
            ParkingLot parkingLot,
            PlatformTransactionManager transactions) {
        this.kafka = kafka;
        this.topics = topics;
        this.tokens = tokens;
        this.tables = tables;
        this.parkingLot = parkingLot;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Handles what is left up to a position.
     *
     * @param target last offsets, by partition
     * @return whether it is there; {@code false} when somebody runs the version
     */
    boolean bring(ProjectionFeed feed, ProjectionVersion version, Map<Integer, Long> target) {
        SegmentTokens now = tokens.of(version);
        if (now.behind(target) == 0) {
            return true;
        }
        String topic = topics.of(feed.topic());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka.consumer(version.tokenName() + "-catch-up", feed.topic()))) {
            Map<Integer, Long> from = now.lowest();
            consumer.assign(target.keySet().stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList());
            consumer.assignment().forEach(each -> consumer.seek(each, from.getOrDefault(each.partition(), -1L) + 1));
            LogStart.raise(consumer);
            return read(consumer, feed, version, target);
        }
    }

    private boolean read(
            KafkaConsumer<String, byte[]> consumer,
            ProjectionFeed feed,
            ProjectionVersion version,
            Map<Integer, Long> target) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean there = false;
        while (!there) {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() <= target.get(record.partition())) {
                    records.add(record);
                }
            });
            Map<Integer, Long> reached = reached(consumer, target);
            if (!Boolean.TRUE.equals(transaction.execute(status -> apply(records, reached, feed, version)))) {
                return false;
            }
            there = reached.equals(target);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (!there && System.nanoTime() - deadline > 0) {
                throw new KafkaException("Kafka does not hand out " + topics.of(feed.topic()) + " up to " + target);
            }
        }
        return true;
    }

    private static Map<Integer, Long> reached(KafkaConsumer<String, byte[]> consumer, Map<Integer, Long> target) {
        Map<Integer, Long> reached = new HashMap<>();
        consumer.assignment()
                .forEach(each -> reached.put(
                        each.partition(),
                        Math.min(target.get(each.partition()), consumer.position(each, PATIENCE) - 1)));
        return reached;
    }

    private boolean apply(
            List<ConsumerRecord<String, byte[]>> records,
            Map<Integer, Long> reached,
            ProjectionFeed feed,
            ProjectionVersion version) {
        tables.use(version);
        SegmentTokens locked = tokens.lock(version);
        if (!tokens.areFree(locked)) {
            return false;
        }
        List<EventMessage<?>> news = new ArrayList<>();
        KeepingConverter converter = new KeepingConverter(feed.converter());
        for (ConsumerRecord<String, byte[]> record : records) {
            converter
                    .readKafkaMessage(record)
                    .filter(event -> isNews(event, record, feed, locked.segments()))
                    .ifPresent(news::add);
        }
        if (!news.isEmpty()) {
            parkingLot.of(version.tokenName(), feed.projection()).apply(news);
        }
        locked.segments().forEach(segment -> advance(segment, reached, topics.of(feed.topic())));
        return true;
    }

    private static boolean isNews(
            EventMessage<?> event, ConsumerRecord<?, ?> record, ProjectionFeed feed, List<StoredToken> segments) {
        Object system = EventTraits.systemOf(feed.projection(), event);
        int[] ids = segments.stream().mapToInt(StoredToken::segment).toArray();
        return segments.stream()
                .filter(each -> Segment.computeSegment(each.segment(), ids).matches(system))
                .anyMatch(each -> each.positions().getOrDefault(record.partition(), -1L) < record.offset());
    }

    private void advance(StoredToken segment, Map<Integer, Long> reached, String topic) {
        Map<Integer, Long> handled = new HashMap<>(segment.positions());
        reached.forEach((partition, offset) -> handled.merge(partition, offset, Math::max));
        Map<TopicPartition, Long> positions = new HashMap<>();
        handled.forEach((partition, offset) -> positions.put(new TopicPartition(topic, partition), offset));
        tokens.put(segment, WrappedToken.advance(segment.token(), KafkaTrackingToken.newInstance(positions)));
    }
}
