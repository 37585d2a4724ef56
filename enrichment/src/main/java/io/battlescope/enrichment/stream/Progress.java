package io.battlescope.enrichment.stream;

import io.battlescope.api.topic.Topic;
import io.battlescope.enrichment.market.MarketWatch;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.PriceTable;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.kit.topic.TopicNames;
import java.util.Collection;
import java.util.List;
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
    private final AtomicLong unpriced = new AtomicLong();
    private final AtomicLong repriced = new AtomicLong();
    private final Lag lag = new Lag();
    private final String topic;
    private final PriceBook prices;
    private final MarketWatch market;

    Progress(TopicNames names, PriceBook prices, MarketWatch market) {
        this.topic = names.of(Topic.KILLMAIL_INGESTED);
        this.prices = prices;
        this.market = market;
    }

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

    /** So many killmails wait for market prices, too. */
    void unpriced(int killmails) {
        unpriced.addAndGet(killmails);
    }

    /** So many killmails have a market value now that had none. */
    void repriced(int killmails) {
        repriced.addAndGet(killmails);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        // what is valued a second time is behind nobody
        List<TopicPartition> partitions =
                assigned.stream().filter(one -> one.topic().equals(topic)).toList();
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
                        "unpriced", unpriced.get(),
                        "repriced", repriced.get(),
                        "lagRecords", lag.records(),
                        "lagMillis", lag.millis(System.currentTimeMillis())),
                notes());
    }

    /** Which prices estimates are made with, of when they are, and how it stands with newer ones. */
    private Map<String, String> notes() {
        PriceTable best = prices.tables().getFirst();
        return Map.of(
                "prices", best.name(),
                "pricesAsOf", best.asOf().toString(),
                "marketPrices", market.state());
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
