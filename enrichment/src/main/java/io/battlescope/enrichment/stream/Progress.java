package io.battlescope.enrichment.stream;

import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.Collection;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/** Counts what was done and keeps an eye on what is left, for the status report. */
@Component
class Progress implements StatusSource, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final AtomicLong enriched = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();
    private final Lag lag = new Lag();

    void started(Collection<? extends ConsumerRecord<?, ?>> batch, Consumer<?, ?> consumer) {
        times(batch).forEach((partition, times) -> lag.inHand(partition, times.getCount(), times.getMin()));
        unread(consumer);
    }

    void done(Collection<? extends ConsumerRecord<?, ?>> batch, Consumer<?, ?> consumer, int enrichedNow) {
        enriched.addAndGet(enrichedNow);
        times(batch).forEach((partition, times) -> lag.done(partition, times.getMax()));
        unread(consumer);
    }

    void deadLettered() {
        deadLettered.incrementAndGet();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long now = System.currentTimeMillis();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            partitions.forEach(
                    partition -> lag.assigned(partition, ends.get(partition) - consumer.position(partition), now));
        } catch (KafkaException e) {
            // the report must not stop the work; the first batch tells how much there is
            log.warn("lag unknown partitions={} cause={}", partitions, e.toString());
            partitions.forEach(partition -> lag.assigned(partition, 0, now));
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(lag::revoked);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(lag::revoked);
    }

    @Override
    public ServiceReport report() {
        return new ServiceReport(
                Map.of(
                        "enriched", enriched.get(),
                        "deadLettered", deadLettered.get(),
                        "lagRecords", lag.records(),
                        "lagMillis", lag.millis(System.currentTimeMillis())),
                Map.of());
    }

    private void unread(Consumer<?, ?> consumer) {
        // currentLag knows what the last fetch said and asks nobody
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition).ifPresent(records -> lag.unread(partition, records));
        }
    }

    private static Map<TopicPartition, LongSummaryStatistics> times(Collection<? extends ConsumerRecord<?, ?>> batch) {
        return batch.stream()
                .collect(Collectors.groupingBy(
                        message -> new TopicPartition(message.topic(), message.partition()),
                        Collectors.summarizingLong(ConsumerRecord::timestamp)));
    }
}
