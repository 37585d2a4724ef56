package io.battlescope.projection.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what becomes of acts: on {@code admin.events}, by processor, while they are under way, and on {@code audit.events}, by actor, once
 * they have ended. A death after the acknowledgement tells it again, which changes nothing for readers.
 */
@Component
class ActTeller {

    private static final int BATCH = 100;

    private final ActTable table;
    private final TransactionTemplate transaction;
    private final KafkaTemplate<String, byte[]> kafka;
    private final TopicNames topics;

    ActTeller(
            ActTable table,
            PlatformTransactionManager transactions,
            ProducerFactory<String, byte[]> producers,
            TopicNames topics) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.kafka = new KafkaTemplate<>(producers);
        this.topics = topics;
    }

    void tell() {
        transaction.executeWithoutResult(status -> {
            if (table.lockTelling()) {
                List<ActTable.News> news = table.untold(BATCH);
                send(news);
                news.forEach(table::told);
            }
        });
    }

    private void send(List<ActTable.News> news) {
        List<? extends CompletableFuture<?>> sent =
                news.stream().map(each -> send(each.outcome())).toList();
        try {
            for (CompletableFuture<?> acknowledgement : sent) {
                // bounded by the producer's own delivery time-out
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take the outcome of an act", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the outcome of an act was told", e);
        }
    }

    private CompletableFuture<?> send(ActOutcome outcome) {
        return outcome.status() == ActStatus.RUNNING
                ? kafka.send(topics.of(Topic.ADMIN_EVENTS), outcome.target(), json(outcome))
                : kafka.send(topics.of(Topic.AUDIT_EVENTS), outcome.actor(), json(outcome));
    }

    private static byte[] json(ActOutcome outcome) {
        try {
            return MessageJson.mapper().writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome holds text and numbers only", e);
        }
    }
}
