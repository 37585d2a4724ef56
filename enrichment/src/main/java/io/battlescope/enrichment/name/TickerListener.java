package io.battlescope.enrichment.name;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.json.MessageJson;
import io.battlescope.esi.EsiUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Follows the names: behind each of a corporation or an alliance that came without its ticker it puts one with. Thus names never
 * wait for tickers, a crash forgets none, and the last record of each id, which is the one that compaction leaves, has both.
 */
final class TickerListener {

    private final Tickers tickers;
    private final NameStatus status;

    TickerListener(Tickers tickers, NameStatus status) {
        this.tickers = tickers;
        this.status = status;
    }

    @KafkaListener(
            id = "enrichment-tickers",
            groupId = "#{@topicNames.prefix()}enrichment-tickers",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).ENTITY_UPDATED)}",
            concurrency = "1",
            ackMode = "MANUAL",
            properties = {"max.poll.records=100", "max.poll.interval.ms=900000"})
    void follow(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer, Acknowledgment offsets)
            throws InterruptedException {
        for (int i = 0; i < batch.size(); i++) {
            status.pending("tickersPending", batch.size() - i, consumer);
            try {
                Optional<Errand.Ticker> errand = errand(batch.get(i));
                if (errand.isPresent()) {
                    tickers.follow(errand.get());
                }
            } catch (EsiUnavailableException e) {
                // those before are done; this one comes again then
                offsets.nack(i, e.retryIn());
                return;
            }
        }
        offsets.acknowledge();
        status.pending("tickersPending", 0, consumer);
    }

    private Optional<Errand.Ticker> errand(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Optional.empty();
        }
        try {
            EntityUpdated entity = MessageJson.mapper().readValue(message.value(), EntityUpdated.class);
            return entity.ticker() == null && hasTicker(entity.kind())
                    ? Optional.of(new Errand.Ticker(entity.kind(), entity.id()))
                    : Optional.empty();
        } catch (IOException e) {
            // the projection, which reads every name, says what is wrong with it
            status.unreadable();
            return Optional.empty();
        }
    }

    private static boolean hasTicker(EntityKind kind) {
        return kind == EntityKind.CORPORATION || kind == EntityKind.ALLIANCE;
    }
}
