package io.battlescope.command.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How a position moves: its pace, and since when it has stood still although something waits. */
final class Movement {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private record Sighting(Instant at, long position) {}

    private final Deque<Sighting> sightings = new ArrayDeque<>();
    private Instant stillSince;

    void see(Instant now, long position, boolean somethingWaits) {
        boolean moved = sightings.isEmpty() || sightings.getLast().position() != position;
        if (!somethingWaits) {
            stillSince = null;
        } else if (moved || stillSince == null) {
            stillSince = now;
        }
        sightings.add(new Sighting(now, position));
        while (sightings.getFirst().at().isBefore(now.minus(WINDOW))) {
            sightings.removeFirst();
        }
    }

    /** Over the last half a minute. */
    double perSecond() {
        if (sightings.size() < 2) {
            return 0;
        }
        Sighting first = sightings.getFirst();
        Sighting last = sightings.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1e3;
        return seconds <= 0 ? 0 : Math.max(0, last.position() - first.position()) / seconds;
    }

    /** A head that is frozen with the position does not fool this: something waits, or it does not. */
    boolean isStuck(Instant now) {
        return stillSince != null && !stillSince.plus(WINDOW).isAfter(now);
    }
}
