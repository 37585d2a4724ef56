package io.battlescope.projection.control;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Writes orders down; carrying them out is not its business. Returning normally is what commits them, so an order that was cut off comes
 * again, and is known by its id. One that nobody can read goes to the dead letters, and the next has its turn.
 */
@Component
class ActListener {

    private static final Logger log = LoggerFactory.getLogger(ActListener.class);
    private static final String STAGE = "projection";
    private static final String UNREADABLE = "ORDER_UNREADABLE";

    private final ActDesk desk;
    private final DeadLetters deadLetters;

    ActListener(ActDesk desk, DeadLetters deadLetters) {
        this.desk = desk;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "processor-orders",
            idIsGroup = false,
            groupId = "#{@topicNames.prefix() + 'projection-orders'}",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).ADMIN_COMMANDS)}",
            properties = "max.poll.records=20")
    void on(List<ConsumerRecord<String, byte[]>> messages) {
        messages.stream()
                .filter(message -> ProcessorOrder.PROJECTION.equals(message.key()))
                .forEach(this::accept);
    }

    private void accept(ConsumerRecord<String, byte[]> message) {
        ProcessorOrder order;
        try {
            order = read(message.value());
        } catch (IOException | IllegalArgumentException e) {
            setAside(message, e);
            return;
        }
        try {
            desk.accept(order);
        } catch (RuntimeException e) {
            if (Trouble.passes(e)) {
                throw e;
            }
            // tried again it would hold all others up
            setAside(message, e);
        }
    }

    private static ProcessorOrder read(byte[] value) throws IOException {
        ProcessorOrder order = value == null ? null : MessageJson.mapper().readValue(value, ProcessorOrder.class);
        if (order == null
                || order.actId() == null
                || order.actor() == null
                || order.requestedAt() == null
                || order.processor() == null
                || order.act() == null) {
            throw new IllegalArgumentException("An order names its act, who asks for it, when, and of which processor");
        }
        return order;
    }

    private void setAside(ConsumerRecord<String, byte[]> message, Exception reason) {
        String position = message.partition() + "@" + message.offset();
        log.warn("Set aside the order at {} ({})", position, UNREADABLE, reason);
        deadLetters.send(
                Topic.KILLMAIL_INGESTED_DLT,
                new DeadLetter(
                        STAGE,
                        Topic.ADMIN_COMMANDS.topicName(),
                        position,
                        null,
                        UNREADABLE,
                        String.valueOf(reason.getMessage()),
                        message.value() == null ? null : new String(message.value(), StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(message.timestamp())));
    }
}
