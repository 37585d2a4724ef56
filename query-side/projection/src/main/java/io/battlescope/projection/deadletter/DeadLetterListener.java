package io.battlescope.projection.deadletter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/** Keeps table {@code dead_letter}. */
@Component
class DeadLetterListener implements ConsumerSeekAware {

    private final DeadLetterStore store;

    DeadLetterListener(DeadLetterStore store) {
        this.store = store;
    }

    @KafkaListener(
            id = "dead-letters",
            groupId = "#{@topicNames.prefix() + 'projection-dead-letters'}",
            topics = {
                "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_INGESTED_DLT)}",
                "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_ENRICHED_DLT)}",
                "#{@topicNames.of(T(io.battlescope.api.topic.Topic).ENTITY_UPDATED_DLT)}"
            })
    void store(List<ConsumerRecord<String, byte[]>> messages) {
        store.write(messages.stream().map(DeadLetterReader::read).toList());
    }

    /** The group's offsets lie in Kafka and outlive the Query DB; an empty table is filled from what the topics still hold. */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        Collection<TopicPartition> partitions = assignments.keySet();
        if (store.isEmpty()) {
            callback.seekToBeginning(partitions);
        }
    }
}
