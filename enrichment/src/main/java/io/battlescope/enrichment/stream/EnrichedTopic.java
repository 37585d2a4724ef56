package io.battlescope.enrichment.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** The topic of enriched killmails. A batch goes out without waiting in between, and then waits for every acknowledgement. */
@Component
class EnrichedTopic {

    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(EnrichedKillmail.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final String name;

    EnrichedTopic(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.name = names.of(Topic.KILLMAIL_ENRICHED);
    }

    Sending startSending() {
        return new Sending();
    }

    /** The message for a killmail; the headers of the one it was made from travel on, for they may hold a trace. */
    ProducerRecord<String, byte[]> message(EnrichedKillmail killmail, Headers headers) {
        return new ProducerRecord<>(name, null, null, Integer.toString(killmail.systemId()), json(killmail), headers);
    }

    private static byte[] json(EnrichedKillmail killmail) {
        try {
            return WRITER.writeValueAsBytes(killmail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An enriched killmail holds plain values only", e);
        }
    }

    /** The messages of one batch that are on their way. */
    final class Sending {

        private final List<OnItsWay> messages = new ArrayList<>();

        void send(ProducerRecord<String, byte[]> message, ConsumerRecord<String, byte[]> cause) {
            messages.add(new OnItsWay(cause, kafka.send(message)));
        }

        /**
         * Waits for the whole batch.
         *
         * @param tooLarge told of each message that no broker will ever take
         * @return how many messages the broker has
         * @throws KafkaException when one was not taken; the batch must then not be committed
         */
        int awaitAcknowledgements(Consumer<ConsumerRecord<String, byte[]>> tooLarge) {
            int acknowledged = 0;
            for (OnItsWay message : messages) {
                if (message.isTaken()) {
                    acknowledged++;
                } else {
                    tooLarge.accept(message.cause());
                }
            }
            return acknowledged;
        }
    }

    private record OnItsWay(ConsumerRecord<String, byte[]> cause, CompletableFuture<?> acknowledgement) {

        /** {@code false} when the message is over the limit, which no second try changes. */
        boolean isTaken() {
            try {
                acknowledgement.get();
                return true;
            } catch (ExecutionException e) {
                if (isTooLarge(e)) {
                    return false;
                }
                throw new KafkaException("The broker did not take an enriched killmail", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while enriched killmails were on their way", e);
            }
        }

        private static boolean isTooLarge(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof RecordTooLargeException) {
                    return true;
                }
            }
            return false;
        }
    }
}
