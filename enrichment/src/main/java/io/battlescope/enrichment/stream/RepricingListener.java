package io.battlescope.enrichment.stream;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.esi.UnreadableKillmailException;
import io.battlescope.enrichment.killmail.KillmailEnricher;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.stereotype.Component;

/**
 * Values again what had to be valued without market prices, once there are some, and publishes it again. The message is the one of
 * the first time but for the value, and whoever reads it takes the better of the two, so its order and repeats are no matter.
 */
@Component
class RepricingListener {

    private static final String ID = "repricing";

    private final KillmailEnricher enricher;
    private final EnrichedTopic topic;
    private final SetAside setAside;
    private final Progress progress;

    RepricingListener(KillmailEnricher enricher, EnrichedTopic topic, SetAside setAside, Progress progress) {
        this.enricher = enricher;
        this.topic = topic;
        this.setAside = setAside;
        this.progress = progress;
    }

    /** Lets it begin; of no effect once it has. */
    static void start(KafkaListenerEndpointRegistry listeners) {
        listeners.getListenerContainer(ID).start();
    }

    @KafkaListener(
            id = ID,
            groupId = "${battlescope.topics.prefix:}enrichment-repricing",
            autoStartup = "false",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_UNPRICED)}")
    void reprice(List<ConsumerRecord<String, byte[]>> batch) {
        EnrichedTopic.Sending sending = topic.startSending();
        for (ConsumerRecord<String, byte[]> message : batch) {
            valued(message).ifPresent(killmail -> sending.send(topic.message(killmail, message.headers()), message));
        }
        progress.repriced(sending.awaitAcknowledgements(setAside::tooLarge));
    }

    /** Empty when the market knows no price of the hull either: it stays with the value it has. */
    private Optional<EnrichedKillmail> valued(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(enricher.enrich(AcceptedKillmail.read(message.value())))
                    .filter(killmail -> killmail.value().source().equals(KillmailValue.ESI_MARKET));
        } catch (UnreadableKillmailException e) {
            setAside.put(message, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            setAside.failed(message, e);
        }
        return Optional.empty();
    }
}
