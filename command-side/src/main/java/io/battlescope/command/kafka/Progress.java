package io.battlescope.command.kafka;

import io.battlescope.command.attribution.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of this instance since its start, for the status report. */
class Progress {

    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private volatile int inHand;
    private volatile Instant lastReceivedAt;

    /** So many records were fetched and are being handled, perhaps not for the first time; the consumer no longer counts them as waiting. */
    void inHand(int records) {
        inHand = records;
    }

    int inHand() {
        return inHand;
    }

    void handled(List<Delivery> deliveries) {
        handled.addAndGet(deliveries.size());
        lastReceivedAt = deliveries.getLast().mail().provenance().receivedAt();
    }

    void setAside() {
        setAside.incrementAndGet();
    }

    long handled() {
        return handled.get();
    }

    long deadLettered() {
        return setAside.get();
    }

    /** How long ago the killmail handled last was accepted; a lag only while others wait. */
    long ageMillis() {
        Instant last = lastReceivedAt;
        return last == null
                ? 0
                : Math.max(0, Duration.between(last, Instant.now()).toMillis());
    }
}
