package io.battlescope.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.axonframework.messaging.EventPublicationFailedException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Sends what a batch of events leads to without waiting, and awaits the acknowledgements together before the batch is committed
 * and the token moves: the extension's own publisher waits for each event, which is forty times slower, or for none, which
 * loses events.
 */
final class AckedProducer implements AutoCloseable {

    /** Longer than the producer's own delivery time-out, which is what really ends a send. */
    private static final int ACK_SECONDS = 60;

    private final ProducerFactory<String, byte[]> producers;
    private final String key;

    private AckedProducer(ProducerFactory<String, byte[]> producers, String owner) {
        this.producers = producers;
        this.key = "acknowledgements awaited by " + owner;
    }

    static AckedProducer of(Map<String, Object> producerProperties, String owner) {
        return new AckedProducer(
                DefaultProducerFactory.<String, byte[]>builder()
                        .configuration(producerProperties)
                        .build(),
                owner);
    }

    void send(ProducerRecord<String, byte[]> message) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        // the factory hands out one shared producer
        Producer<String, byte[]> producer = producers.createProducer();
        List<Future<RecordMetadata>> acknowledgements = batch.root().getOrComputeResource(key, name -> {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            batch.root().onPrepareCommit(commit -> await(producer, sent));
            return sent;
        });
        acknowledgements.add(producer.send(message));
    }

    private static void await(Producer<String, byte[]> producer, List<Future<RecordMetadata>> acknowledgements) {
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            try {
                acknowledgement.get(ACK_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unpublished(e);
            } catch (ExecutionException | TimeoutException e) {
                throw unpublished(e);
            }
        }
    }

    private static EventPublicationFailedException unpublished(Exception cause) {
        return new EventPublicationFailedException("The broker did not take an event", cause);
    }

    @Override
    public void close() {
        producers.shutDown();
    }
}
