package io.battlescope.projection.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Turns positions into lag. A Kafka token has no position of its own, and the age of the last record says nothing on a quiet
 * topic; so each look at the ends of the topic is remembered until it is caught up with.
 */
final class LagClock {

    /** A backlog of days must not fill the memory; old looks are thinned out then. */
    private static final int MAX_LOOKS = 2000;

    private record Look(Instant at, Map<Integer, Long> ends) {}

    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant upToDateAt;

    /** @param start as far as this process knows everything before was handled */
    LagClock(Instant start) {
        upToDateAt = start;
    }

    /**
     * @param handled the last offset handled by partition, −1 for none
     * @param ends the offset after the last record by partition
     */
    Lag measure(Map<Integer, Long> handled, Map<Integer, Long> ends, Instant now) {
        looks.add(new Look(now, ends));
        while (!looks.isEmpty() && waiting(handled, looks.peek().ends()) == 0) {
            upToDateAt = looks.remove().at();
        }
        if (looks.size() > MAX_LOOKS) {
            thinOut();
        }
        long records = waiting(handled, ends);
        return new Lag(
                records, records == 0 ? 0 : Duration.between(upToDateAt, now).toMillis());
    }

    private static long waiting(Map<Integer, Long> handled, Map<Integer, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - 1 - handled.getOrDefault(end.getKey(), -1L)))
                .sum();
    }

    private void thinOut() {
        boolean[] keep = {false};
        looks.removeIf(look -> keep[0] = !keep[0]);
    }
}
