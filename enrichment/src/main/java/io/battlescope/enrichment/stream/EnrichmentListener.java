package io.battlescope.enrichment.stream;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.esi.UnreadableKillmailException;
import io.battlescope.enrichment.killmail.KillmailEnricher;
import io.battlescope.enrichment.value.PriceBook;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes accepted killmails batch by batch. Returning normally is what commits a batch. */
@Component
class EnrichmentListener {

    private final KillmailEnricher enricher;
    private final PriceBook prices;
    private final EnrichedTopic topic;
    private final UnpricedTopic unpriced;
    private final SetAside setAside;
    private final Progress progress;

    EnrichmentListener(
            KillmailEnricher enricher,
            PriceBook prices,
            EnrichedTopic topic,
            UnpricedTopic unpriced,
            SetAside setAside,
            Progress progress) {
        this.enricher = enricher;
        this.prices = prices;
        this.topic = topic;
        this.unpriced = unpriced;
        this.setAside = setAside;
        this.progress = progress;
    }

    @KafkaListener(
            id = "enrichment",
            idIsGroup = false,
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_INGESTED)}")
    void enrich(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer) {
        progress.started(batch, consumer);
        // asked before anything is valued: prices that come in between make no killmail miss its second valuation
        boolean awaitsMarket = prices.awaitsMarket();
        EnrichedTopic.Sending sending = topic.startSending();
        EnrichedTopic.Sending waiting = topic.startSending();
        for (ConsumerRecord<String, byte[]> message : batch) {
            enrich(message, sending)
                    .filter(value -> awaitsMarket && mayBeBettered(value))
                    .ifPresent(value -> waiting.send(unpriced.message(message), message));
        }
        int enriched = sending.awaitAcknowledgements(setAside::tooLarge);
        progress.unpriced(waiting.awaitAcknowledgements(setAside::tooLarge));
        progress.done(batch, consumer, enriched);
    }

    private static boolean mayBeBettered(KillmailValue value) {
        return !value.source().equals(KillmailValue.ZKILLBOARD)
                && !value.source().equals(KillmailValue.ESI_MARKET);
    }

    /** The value that was sent; empty when the message was set aside. */
    private Optional<KillmailValue> enrich(ConsumerRecord<String, byte[]> message, EnrichedTopic.Sending sending) {
        EnrichedKillmail killmail;
        ProducerRecord<String, byte[]> enriched;
        try {
            killmail = enricher.enrich(AcceptedKillmail.read(message.value()));
            enriched = topic.message(killmail, message.headers());
        } catch (UnreadableKillmailException e) {
            setAside.put(message, e.code(), e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            // one mail that nobody foresaw must not hold up a whole partition; the letter holds it until the fault is
            // mended
            setAside.failed(message, e);
            return Optional.empty();
        }
        sending.send(enriched, message);
        return Optional.of(killmail.value());
    }
}
