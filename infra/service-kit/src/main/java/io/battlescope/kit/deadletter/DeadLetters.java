package io.battlescope.kit.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Sets aside what could not be handled. Returns only once the broker has it, so that nothing is dropped in between. */
public final class DeadLetters {

    private final KafkaTemplate<String, byte[]> kafka;
    private final TopicNames names;

    public DeadLetters(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.names = names;
    }

    /**
     * Sends the letter and waits for the acknowledgement.
     *
     * @throws KafkaException when the broker did not take it; the caller must then not go on
     */
    public void send(Topic topic, DeadLetter letter) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(names.of(topic), letter.position(), json(letter));
        try {
            kafka.send(message).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take a dead letter for " + message.topic(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a dead letter was on its way to " + message.topic(), e);
        }
    }

    private static byte[] json(DeadLetter letter) {
        try {
            return MessageJson.mapper().writeValueAsBytes(letter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dead letter holds text and numbers only", e);
        }
    }
}
