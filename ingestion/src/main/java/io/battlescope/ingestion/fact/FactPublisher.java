package io.battlescope.ingestion.fact;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.kit.topic.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Sends facts until the broker has them. It looks by itself now and then, for those that another instance wrote down and did not
 * live to publish. A death after the acknowledgement sends them again, which changes nothing for readers.
 */
@Component
class FactPublisher implements SmartLifecycle, StatusSource {

    private static final Logger log = LoggerFactory.getLogger(FactPublisher.class);
    private static final int BATCH = 200;
    private static final long LOOK_MILLIS = 1_000;
    private static final long GRACE_MILLIS = 5_000;

    private final FactTable table;
    private final TransactionTemplate transaction;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final Semaphore news = new Semaphore(0);
    private final ExponentialBackOff patience = new ExponentialBackOff(200, 2);
    private volatile String trouble = "";
    private volatile boolean stopping;
    private Thread thread;

    FactPublisher(
            FactTable table,
            PlatformTransactionManager transactions,
            ProducerFactory<String, byte[]> producers,
            TopicNames names) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.kafka = new KafkaTemplate<>(producers);
        this.topic = names.of(Topic.INGESTION_STATE);
        patience.setMaxInterval(5_000);
        patience.setJitter(100);
    }

    void wake() {
        news.release();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("facts").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        news.release();
        try {
            thread.join(GRACE_MILLIS);
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public ServiceReport report() {
        return new ServiceReport(Map.of(), trouble.isEmpty() ? Map.of() : Map.of("factsError", trouble));
    }

    private void run() {
        BackOffExecution pauses = patience.start();
        try {
            while (!stopping) {
                try {
                    boolean more = publish();
                    trouble = "";
                    pauses = patience.start();
                    await(more ? 0 : LOOK_MILLIS);
                } catch (RuntimeException e) {
                    sayOnce(e);
                    await(pauses.nextBackOff());
                }
            }
        } catch (InterruptedException e) {
            log.info("Stopped telling facts; what is untold will be told after the next start");
        }
    }

    private void await(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void sayOnce(RuntimeException e) {
        if (trouble.isEmpty()) {
            log.warn("Facts wait: {}; nothing is lost, trying again until it works", e.getMessage(), e);
        }
        trouble = String.valueOf(e.getMessage());
    }

    /** Whether there may be more to publish. */
    private boolean publish() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!table.lock()) {
                return false;
            }
            List<FactTable.Row> rows = table.unpublished(BATCH);
            send(rows);
            table.published(rows);
            return rows.size() == BATCH;
        }));
    }

    private void send(List<FactTable.Row> rows) {
        List<? extends CompletableFuture<?>> sent = rows.stream()
                .map(row -> kafka.send(topic, row.key(), row.body().getBytes(StandardCharsets.UTF_8)))
                .toList();
        try {
            for (CompletableFuture<?> acknowledgement : sent) {
                // bounded by the producer's own delivery time-out
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take a fact", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while facts were on their way", e);
        }
    }
}
