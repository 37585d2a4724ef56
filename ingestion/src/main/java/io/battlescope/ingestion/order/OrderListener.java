package io.battlescope.ingestion.order;

import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes orders one after the other. Returning normally is what commits one, so an order that was cut off comes again; one that
 * nobody can read goes to the dead letters, and the next has its turn.
 */
@Component
class OrderListener implements StatusSource {

    private static final Logger log = LoggerFactory.getLogger(OrderListener.class);
    private static final String UNREADABLE = "ORDER_UNREADABLE";
    private static final String FAILED = "ORDER_FAILED";

    private final OrderDesk desk;
    private final AuditTrail audit;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private volatile String trouble = "";

    OrderListener(OrderDesk desk, AuditTrail audit, DeadLetters deadLetters, Clock clock) {
        this.desk = desk;
        this.audit = audit;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @KafkaListener(
            id = "orders",
            idIsGroup = false,
            groupId = "${battlescope.topics.prefix:}ingestion-orders",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).ADMIN_COMMANDS)}",
            // an order may take its time; a process that dies is noticed by its missing heartbeats
            properties = {"max.poll.records=1", "max.poll.interval.ms=1800000"})
    void on(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        if (!FeedOrder.KEY.equals(message.key())) {
            return;
        }
        try {
            obey(message);
            trouble = "";
        } catch (RuntimeException e) {
            if (trouble.isEmpty()) {
                log.warn("An order waits: {}; trying again until it works", e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
            throw e;
        }
    }

    @Override
    public ServiceReport report() {
        return new ServiceReport(Map.of(), trouble.isEmpty() ? Map.of() : Map.of("ordersError", trouble));
    }

    private void obey(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        FeedOrder order;
        try {
            order = read(message.value());
        } catch (IOException | IllegalArgumentException e) {
            setAside(message, UNREADABLE, e);
            return;
        }
        try {
            audit.tell(desk.carryOut(order));
        } catch (RuntimeException e) {
            if (Trouble.passes(e)) {
                throw e;
            }
            // not even the refusal could be written down
            setAside(message, FAILED, e);
        }
    }

    private static FeedOrder read(byte[] value) throws IOException {
        FeedOrder order = value == null ? null : MessageJson.mapper().readValue(value, FeedOrder.class);
        if (order == null || order.actId() == null || order.actor() == null || order.requestedAt() == null) {
            throw new IllegalArgumentException("An order names its act, who asks for it, and when");
        }
        return order;
    }

    private void setAside(ConsumerRecord<String, byte[]> message, String code, Exception reason) {
        String position = message.partition() + "@" + message.offset();
        log.warn("Set aside the order at {} ({})", position, code, reason);
        deadLetters.send(
                Topic.KILLMAIL_INGESTED_DLT,
                new DeadLetter(
                        "ingestion",
                        Topic.ADMIN_COMMANDS.topicName(),
                        position,
                        null,
                        code,
                        String.valueOf(reason.getMessage()),
                        message.value() == null ? null : new String(message.value(), StandardCharsets.UTF_8),
                        clock.instant()));
    }
}
