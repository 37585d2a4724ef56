package io.battlescope.command.axon;

import io.battlescope.api.battle.BattleEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.axonframework.messaging.EventPublicationFailedException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * Follows the event store and sends every event to Kafka with the extension's producer and converter. A batch is sent without
 * waiting and its acknowledgements are awaited together before the token moves: the extension's own publisher waits for each
 * event, which is forty times slower, or for none, which loses events. After a crash a batch is sent again, so consumers
 * have to recognise an event they know; none is ever missing.
 */
final class BattlePublisher implements EventMessageHandler, AutoCloseable {

    static final String PROCESSOR = "battle-publisher";

    private static final String ACKNOWLEDGEMENTS = BattlePublisher.class.getName() + ".acknowledgements";
    /** Longer than the producer's own delivery time-out, which is what really ends a send. */
    private static final int ACK_SECONDS = 60;

    private final ProducerFactory<String, byte[]> producers;
    private final KafkaMessageConverter<String, byte[]> converter;
    private final String topic;

    private BattlePublisher(
            ProducerFactory<String, byte[]> producers, KafkaMessageConverter<String, byte[]> converter, String topic) {
        this.producers = producers;
        this.converter = converter;
        this.topic = topic;
    }

    static BattlePublisher to(String topic, Map<String, Object> producerProperties, Serializer json) {
        return new BattlePublisher(
                DefaultProducerFactory.<String, byte[]>builder()
                        .configuration(producerProperties)
                        .build(),
                DefaultKafkaMessageConverter.builder()
                        .serializer(json)
                        .sequencingPolicy(BattlePublisher::systemId)
                        .build(),
                topic);
    }

    /** The topic's key: all battles of a system in one partition. */
    private static String systemId(EventMessage<?> event) {
        Object known = event.getMetaData().get(BattleAggregate.SYSTEM_ID);
        return known != null ? known.toString() : Integer.toString(((BattleEvent) event.getPayload()).systemId());
    }

    @Override
    public Object handle(EventMessage<?> event) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        // the factory hands out one shared producer
        Producer<String, byte[]> producer = producers.createProducer();
        List<Future<RecordMetadata>> acknowledgements = batch.root().getOrComputeResource(ACKNOWLEDGEMENTS, key -> {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            batch.root().onPrepareCommit(commit -> await(producer, sent));
            return sent;
        });
        acknowledgements.add(producer.send(converter.createKafkaMessage(event, topic)));
        return null;
    }

    private void await(Producer<String, byte[]> producer, List<Future<RecordMetadata>> acknowledgements) {
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

    private EventPublicationFailedException unpublished(Exception cause) {
        return new EventPublicationFailedException("The broker did not take an event for " + topic, cause);
    }

    /** What has been published is published; a replay would only repeat it. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void close() {
        producers.shutDown();
    }
}
