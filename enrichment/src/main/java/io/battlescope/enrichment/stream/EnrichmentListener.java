package io.battlescope.enrichment.stream;

import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.esi.UnreadableKillmailException;
import io.battlescope.enrichment.killmail.KillmailEnricher;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes accepted killmails batch by batch. Returning normally is what commits a batch. */
@Component
class EnrichmentListener {

    private final KillmailEnricher enricher;
    private final EnrichedTopic topic;
    private final SetAside setAside;
    private final Progress progress;

    EnrichmentListener(KillmailEnricher enricher, EnrichedTopic topic, SetAside setAside, Progress progress) {
        this.enricher = enricher;
        this.topic = topic;
        this.setAside = setAside;
        this.progress = progress;
    }

    @KafkaListener(
            id = "enrichment",
            idIsGroup = false,
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_INGESTED)}")
    void enrich(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer) {
        progress.started(batch, consumer);
        EnrichedTopic.Sending sending = topic.startSending();
        for (ConsumerRecord<String, byte[]> message : batch) {
            enrich(message, sending);
        }
        int enriched = sending.awaitAcknowledgements(setAside::tooLarge);
        progress.done(batch, consumer, enriched);
    }

    private void enrich(ConsumerRecord<String, byte[]> message, EnrichedTopic.Sending sending) {
        ProducerRecord<String, byte[]> enriched;
        try {
            enriched = topic.message(enricher.enrich(AcceptedKillmail.read(message.value())), message.headers());
        } catch (UnreadableKillmailException e) {
            setAside.put(message, e.code(), e.getMessage());
            return;
        } catch (RuntimeException e) {
            // one mail that nobody foresaw must not hold up a whole partition; the letter holds it until the fault is
            // mended
            setAside.failed(message, e);
            return;
        }
        sending.send(enriched, message);
    }
}
