package io.battlescope.gateway.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** The topics of orders: on battles, and on feeds and processors. Returns only once the broker has what was sent. */
@Component
public class OrderTopic implements AutoCloseable {

    private static final ObjectWriter BATTLES = MessageJson.mapper().writerFor(BattleOrder.class);
    private static final ObjectWriter ADMINS = MessageJson.mapper().writerFor(AdminOrder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final KafkaTemplate<String, byte[]> kafka;
    private final String battles;
    private final String admins;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    OrderTopic(ProducerFactory<String, byte[]> producers, TopicNames names) {
        this.kafka = new KafkaTemplate<>(producers);
        this.battles = names.of(Topic.BATTLE_COMMANDS);
        this.admins = names.of(Topic.ADMIN_COMMANDS);
    }

    /**
     * Sends an order that concerns one system, to the partition where everything about the system is.
     *
     * @throws BrokerUnavailableException when the broker did not take it in time
     */
    public void send(int systemId, BattleOrder order) {
        deliver(() -> List.of(new ProducerRecord<>(battles, Integer.toString(systemId), json(BATTLES, order))));
    }

    /**
     * Sends an order to the service that carries it out.
     *
     * @throws BrokerUnavailableException when the broker did not take it in time
     */
    public void send(AdminOrder order) {
        deliver(() -> List.of(new ProducerRecord<>(admins, order.service(), json(ADMINS, order))));
    }

    /**
     * Sends each partition its part of an order that concerns every system.
     *
     * @param order makes the part for a partition
     * @return of how many parts it is
     * @throws BrokerUnavailableException when the broker did not take every part in time
     */
    public int sendToAll(PartOfOrder order) {
        return deliver(() -> {
            int parts = kafka.partitionsFor(battles).size();
            return IntStream.range(0, parts)
                    .mapToObj(part -> new ProducerRecord<String, byte[]>(
                            battles, part, null, json(BATTLES, order.part(part, parts))))
                    .toList();
        });
    }

    /** Somebody waits for the answer, and also making a producer takes its time: all of it has one limit. */
    private int deliver(Supplier<List<ProducerRecord<String, byte[]>>> records) {
        try {
            return CompletableFuture.supplyAsync(records, threads)
                    .thenComposeAsync(this::send, threads)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException(e);
        }
    }

    /** How many the broker has taken, once it has taken all. */
    private CompletableFuture<Integer> send(List<ProducerRecord<String, byte[]>> records) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        records.forEach(one -> sent.add(kafka.send(one)));
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).thenApply(_ -> records.size());
    }

    private static byte[] json(ObjectWriter writer, Object order) {
        try {
            return writer.writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order holds plain values only", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Makes the part of an order that a partition is sent. */
    @FunctionalInterface
    public interface PartOfOrder {

        BattleOrder part(int part, int parts);
    }
}
