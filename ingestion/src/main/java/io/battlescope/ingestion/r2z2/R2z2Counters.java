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
    private final AtomicLong rechecks = new AtomicLong();
    private final AtomicLong rechecked = new AtomicLong();
    private final AtomicLong mended = new AtomicLong();

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

    /** So many numbers wait to be asked for again. */
    void waiting(long numbers) {
        rechecks.set(numbers);
    }

    void rechecked() {
        rechecked.incrementAndGet();
    }

    void mended() {
        mended.incrementAndGet();
    }

    Map<String, Long> byName() {
        return Map.ofEntries(
                Map.entry("sequence", sequence.get()),
                Map.entry("pointer", pointer.get()),
                Map.entry("behind", Math.max(0, pointer.get() - sequence.get() + 1)),
                Map.entry("misses", misses.get()),
                Map.entry("gapsFound", gaps.get()),
                Map.entry("rewritten", rewritten.get()),
                Map.entry("rewrittenGone", rewrittenGone.get()),
                Map.entry("damaged", damaged.get()),
                Map.entry("rechecks", rechecks.get()),
                Map.entry("rechecked", rechecked.get()),
                Map.entry("mended", mended.get()));
    }
}
