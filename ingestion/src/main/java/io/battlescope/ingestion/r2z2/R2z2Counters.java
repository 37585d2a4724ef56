package io.battlescope.ingestion.r2z2;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the live feed tells people in numbers; those that count do so since the process started. */
final class R2z2Counters {

    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong pointer = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong rewritten = new AtomicLong();
    private final AtomicLong rewrittenGone = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();

    void asksFor(long number) {
        sequence.set(number);
    }

    void pointsTo(long number) {
        pointer.set(number);
    }

    long pointer() {
        return pointer.get();
    }

    void miss() {
        misses.incrementAndGet();
    }

    void gap() {
        gaps.incrementAndGet();
    }

    void rewritten(boolean isThere) {
        (isThere ? rewritten : rewrittenGone).incrementAndGet();
    }

    void damaged() {
        damaged.incrementAndGet();
    }

    Map<String, Long> byName() {
        return Map.of(
                "sequence", sequence.get(),
                "pointer", pointer.get(),
                "behind", Math.max(0, pointer.get() - sequence.get() + 1),
                "misses", misses.get(),
                "gapsFound", gaps.get(),
                "rewritten", rewritten.get(),
                "rewrittenGone", rewrittenGone.get(),
                "damaged", damaged.get());
    }
}
