package io.battlescope.command.kafka;

import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.attribution.AttributionPipeline;
import io.battlescope.command.attribution.Delivery;
import io.battlescope.command.attribution.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * One thread takes polls of enriched killmails, and admins' orders, to the pipeline. Offsets are committed after the pipeline is
 * through, so a poll that was cut off comes again; what cannot be read is set aside and the others go on. Both topics are keyed
 * by system and have as many partitions, so that the group gives the same ones of both to one instance.
 */
class CommandSideListener implements ConsumerAwareRebalanceListener {

    static final String ID = "clusterer";

    private final AttributionPipeline pipeline;
    private final DeadLetterOffice deadLetters;
    private final Progress progress;
    private final String orders;

    CommandSideListener(
            AttributionPipeline pipeline, DeadLetterOffice deadLetters, Progress progress, String ordersTopic) {
        this.pipeline = pipeline;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.orders = ordersTopic;
    }

    @KafkaListener(
            id = ID,
            groupId = "command-side",
            topics = {"${battlescope.topics.prefix:}killmail.enriched", "${battlescope.topics.prefix:}battle.commands"},
            batch = "true")
    void on(List<ConsumerRecord<String, byte[]>> poll) {
        progress.inHand(poll.size());
        List<Delivery> deliveries = poll.stream()
                .filter(message -> !message.topic().equals(orders))
                .map(this::killmail)
                .filter(Objects::nonNull)
                .toList();
        if (!deliveries.isEmpty()) {
            pipeline.process(deliveries);
            progress.handled(deliveries);
        }
        poll.stream().filter(message -> message.topic().equals(orders)).forEach(this::obey);
        progress.inHand(0);
    }

    private Delivery killmail(ConsumerRecord<String, byte[]> message) {
        try {
            EnrichedKillmail mail = MessageJson.mapper().readValue(message.value(), EnrichedKillmail.class);
            return new Delivery(message.partition(), position(message), message.value(), mail);
        } catch (IOException | IllegalArgumentException e) {
            deadLetters.unreadable(message.topic(), position(message), message.value(), e);
            return null;
        }
    }

    private void obey(ConsumerRecord<String, byte[]> message) {
        BattleOrder order;
        try {
            order = MessageJson.mapper().readValue(message.value(), BattleOrder.class);
        } catch (IOException | IllegalArgumentException e) {
            deadLetters.unreadable(message.topic(), position(message), message.value(), e);
            return;
        }
        try {
            pipeline.obey(message.partition(), order);
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            deadLetters.notObeyed(message.topic(), position(message), message.value(), e);
        }
    }

    private static String position(ConsumerRecord<?, ?> message) {
        return message.partition() + "@" + message.offset();
    }

    @EventListener(condition = "#event.listenerId.startsWith('" + ID + "')")
    void onIdle(ListenerContainerIdleEvent event) {
        pipeline.idle();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // what was in hand is handed out again, here or elsewhere
        progress.inHand(0);
        int count = partitionsOfEach(consumer);
        pipeline.assign(
                consumer.assignment().stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet()),
                // as the producers' default partitioner does it
                system -> BuiltInPartitioner.partitionForKey(
                        Integer.toString(system).getBytes(StandardCharsets.UTF_8), count));
    }

    private static int partitionsOfEach(Consumer<?, ?> consumer) {
        List<Integer> counts = new ArrayList<>();
        consumer.subscription()
                .forEach(topic -> counts.add(consumer.partitionsFor(topic).size()));
        if (counts.stream().distinct().count() > 1) {
            throw new IllegalStateException("killmail.enriched and battle.commands need as many partitions: "
                    + consumer.subscription() + " have " + counts);
        }
        return counts.getFirst();
    }
}
