package io.battlescope.command.kafka;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.attribution.AttributionPipeline;
import io.battlescope.command.attribution.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * One thread takes polls of enriched killmails to the pipeline. Offsets are committed after the pipeline is through, so a poll
 * that was cut off comes again; a killmail that cannot be read is set aside and the others go on.
 */
class KillmailListener implements ConsumerAwareRebalanceListener {

    static final String ID = "clusterer";

    private final AttributionPipeline pipeline;
    private final DeadLetterOffice deadLetters;
    private final Progress progress;

    KillmailListener(AttributionPipeline pipeline, DeadLetterOffice deadLetters, Progress progress) {
        this.pipeline = pipeline;
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    @KafkaListener(
            id = ID,
            groupId = "command-side",
            topics = "${battlescope.topics.prefix:}killmail.enriched",
            batch = "true")
    void on(List<ConsumerRecord<String, byte[]>> poll) {
        List<Delivery> deliveries = read(poll);
        if (!deliveries.isEmpty()) {
            pipeline.process(deliveries);
            progress.handled(deliveries);
        }
    }

    private List<Delivery> read(List<ConsumerRecord<String, byte[]>> poll) {
        List<Delivery> deliveries = new ArrayList<>(poll.size());
        for (ConsumerRecord<String, byte[]> message : poll) {
            String position = message.partition() + "@" + message.offset();
            try {
                EnrichedKillmail mail = MessageJson.mapper().readValue(message.value(), EnrichedKillmail.class);
                deliveries.add(new Delivery(message.partition(), position, message.value(), mail));
            } catch (IOException | IllegalArgumentException e) {
                deadLetters.unreadable(position, message.value(), e);
            }
        }
        return deliveries;
    }

    @EventListener(condition = "#event.listenerId.startsWith('" + ID + "')")
    void onIdle(ListenerContainerIdleEvent event) {
        pipeline.recoverIfPossible();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        pipeline.assign(
                consumer.assignment().stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet()));
    }
}
