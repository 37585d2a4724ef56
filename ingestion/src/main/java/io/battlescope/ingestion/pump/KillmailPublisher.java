package io.battlescope.ingestion.pump;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Puts accepted killmails on the topic, all of a batch at once, and waits for the acknowledgement of each. */
@Component
class KillmailPublisher {

    private record OnItsWay(Outgoing killmail, CompletableFuture<?> acknowledgement) {}

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    KillmailPublisher(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.topic = names.of(Topic.KILLMAIL_INGESTED);
    }

    /**
     * Publishes what still waits.
     *
     * @throws BrokerException when some of it was not acknowledged; it then still waits
     */
    void publish(Shipment shipment) throws InterruptedException {
        Throwable failure = null;
        List<OnItsWay> sent = new ArrayList<>();
        for (Outgoing killmail : shipment.waiting()) {
            try {
                sent.add(new OnItsWay(
                        killmail, kafka.send(new ProducerRecord<>(topic, killmail.key(), killmail.message()))));
            } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
                if (isTooLarge(e)) {
                    shipment.refuse(killmail);
                } else {
                    // each further send would block for as long as this one
                    failure = e;
                    break;
                }
            }
        }
        kafka.flush();
        for (OnItsWay one : sent) {
            Throwable lost = outcome(one, shipment);
            failure = failure == null ? lost : failure;
        }
        if (failure != null) {
            startAnew();
            throw new BrokerException(failure);
        }
    }

    private static Throwable outcome(OnItsWay one, Shipment shipment) throws InterruptedException {
        try {
            one.acknowledgement().get();
            shipment.acknowledge(one.killmail());
            return null;
        } catch (ExecutionException e) {
            if (isTooLarge(e)) {
                shipment.refuse(one.killmail());
                return null;
            }
            return e.getCause();
        }
    }

    /** A producer that has seen an error of unknown outcome is not trusted any more; the factory makes another. */
    private void startAnew() {
        kafka.getProducerFactory().reset();
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
