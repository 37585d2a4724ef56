package io.battlescope.enrichment.stream;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** The topic of killmails that were valued without market prices and wait for them, as received. */
@Component
class UnpricedTopic {

    private final String name;

    UnpricedTopic(TopicNames names) {
        this.name = names.of(Topic.KILLMAIL_UNPRICED);
    }

    ProducerRecord<String, byte[]> message(ConsumerRecord<String, byte[]> accepted) {
        return new ProducerRecord<>(name, null, null, accepted.key(), accepted.value(), accepted.headers());
    }
}
