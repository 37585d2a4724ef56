package io.battlescope.gateway.audit;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.gateway.broker.BrokerUnavailableException;
import io.battlescope.gateway.broker.OrderTopic;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells {@code audit.events} of refusals, behind the answers' back. While Kafka is away they wait here, so many and no more: what finds no
 * place is counted and logged, and so is lost what waits when the process is killed. Nothing was changed by any of it.
 */
@Component
final class AuditTrail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MAX_WAITING = 10_000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final OrderTopic topic;
    private final BlockingQueue<ActOutcome> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread sender = Thread.ofVirtual().name("audit").unstarted(this::sendAll);
    private volatile boolean closing;

    AuditTrail(OrderTopic topic) {
        this.topic = topic;
        sender.start();
    }

    void tell(ActOutcome outcome) {
        if (!waiting.offer(outcome)) {
            long number = lost.incrementAndGet();
            // each power of two, so that a flood does not fill the log
            if (Long.bitCount(number) == 1) {
                log.error(
                        "{} refusals are missing from the audit so far: Kafka is away, and {} wait already",
                        number,
                        MAX_WAITING);
            }
        }
    }

    private void sendAll() {
        try {
            while (!closing || !waiting.isEmpty()) {
                ActOutcome next = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    send(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One told twice is one in the audit. */
    private void send(ActOutcome outcome) throws InterruptedException {
        boolean sent = false;
        while (!sent) {
            try {
                topic.send(outcome);
                sent = true;
            } catch (BrokerUnavailableException e) {
                log.warn(
                        "The audit waits for Kafka with {} refusals: {}",
                        waiting.size() + 1,
                        String.valueOf(e.getCause()));
                Thread.sleep(PAUSE);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        if (!sender.join(FAREWELL)) {
            sender.interrupt();
            log.error("{} refusals or more are missing from the audit: Kafka is away", waiting.size());
        }
    }
}
