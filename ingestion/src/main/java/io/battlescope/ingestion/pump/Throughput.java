package io.battlescope.ingestion.pump;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Killmails a second over the last few seconds; sampled whenever somebody asks. */
final class Throughput {

    private record Sample(long nanos, long count) {}

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Deque<Sample> samples = new ArrayDeque<>();
    private long count;

    Throughput() {
        samples.add(new Sample(System.nanoTime(), 0));
    }

    void add(long killmails) {
        count += killmails;
    }

    long perSecond() {
        long now = System.nanoTime();
        while (samples.size() > 1 && now - samples.peekFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample oldest = samples.peekFirst();
        samples.addLast(new Sample(now, count));
        double seconds = (now - oldest.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
        return seconds <= 0 ? 0 : Math.round((count - oldest.count()) / seconds);
    }
}
