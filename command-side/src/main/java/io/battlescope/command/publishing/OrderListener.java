package io.battlescope.command.publishing;

import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.attribution.Failures;
import io.battlescope.kit.deadletter.DeadLetters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Takes admins' orders to this service, one after the other. Returning normally is what commits one, so an order that was cut off comes
 * again; one that nobody can read goes to the dead letters, and the next has its turn.
 */
class OrderListener {

    static final String CONTAINERS = "orderListenerContainers";

    private static final Logger log = LoggerFactory.getLogger(OrderListener.class);

    private final OrderDesk desk;
    private final DeadLetters deadLetters;

    OrderListener(OrderDesk desk, DeadLetters deadLetters) {
        this.desk = desk;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "processor-orders",
            idIsGroup = false,
            groupId = "${battlescope.topics.prefix:}command-side-orders",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).ADMIN_COMMANDS)}",
            containerFactory = CONTAINERS)
    void on(ConsumerRecord<String, byte[]> message) {
        if (!ProcessorOrder.COMMAND_SIDE.equals(message.key())) {
            return;
        }
        try {
            desk.accept(read(message.value()));
        } catch (IOException | IllegalArgumentException e) {
            setAside(message, "ORDER_UNREADABLE", e);
        } catch (RuntimeException e) {
            if (Failures.passes(e)) {
                throw e;
            }
            setAside(message, "ORDER_FAILED", e);
        }
    }

    private static ProcessorOrder read(byte[] value) throws IOException {
        if (value == null
                || !(MessageJson.mapper().readValue(value, AdminOrder.class) instanceof ProcessorOrder order)
                || order.actId() == null
                || order.actor() == null
                || order.requestedAt() == null
                || order.processor() == null
                || order.act() == null) {
            throw new IllegalArgumentException(
                    "An order to the command side names its act, its processor, who asks for it, and when");
        }
        return order;
    }

    private void setAside(ConsumerRecord<String, byte[]> message, String code, Exception reason) {
        String position = message.partition() + "@" + message.offset();
        log.warn("Set aside the order at {} ({})", position, code, reason);
        deadLetters.send(
                Topic.KILLMAIL_ENRICHED_DLT,
                new DeadLetter(
                        "command-side",
                        Topic.ADMIN_COMMANDS.topicName(),
                        position,
                        null,
                        code,
                        String.valueOf(reason.getMessage()),
                        message.value() == null ? null : new String(message.value(), StandardCharsets.UTF_8),
                        Instant.now()));
    }
}
