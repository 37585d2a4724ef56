package io.battlescope.projection.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** What the looks at a processor come to over time: how old its backlog is, how fast it goes, and since when it does not. */
final class Track {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final double WEIGHT_OF_NEWS = 0.3;

    private record Point(Instant at, long handled, boolean isBusy) {}

    private final Deque<Point> points = new ArrayDeque<>();
    private final LagClock clock;
    private Map<Integer, Long> last = Map.of();
    private Instant movedAt;
    private Instant restedAt;
    private Lag lag;
    private volatile double pace;

    Track(Instant start) {
        clock = new LagClock(start);
        movedAt = start;
        restedAt = start;
    }

    void note(Seen seen) {
        if (!seen.control().wantsRun()) {
            restedAt = seen.at();
        }
        if (!seen.isKnown() || seen.isLost()) {
            lag = null;
            return;
        }
        Map<Integer, Long> handled = seen.handled();
        lag = clock.measure(handled, seen.source().ends(), seen.at());
        if (!handled.equals(last) || lag.records() == 0) {
            movedAt = seen.at();
        }
        last = handled;
        add(new Point(
                seen.at(), handled.values().stream().mapToLong(Long::longValue).sum(), lag.records() > 0));
    }

    private void add(Point point) {
        Point before = points.peekLast();
        if (before != null && point.handled() < before.handled()) {
            // it was reset
            points.clear();
        } else if (before != null && before.isBusy() && point.isBusy()) {
            Duration between = Duration.between(before.at(), point.at());
            if (between.compareTo(SHORTEST) >= 0 && point.handled() > before.handled()) {
                double now = 1e3 * (point.handled() - before.handled()) / between.toMillis();
                pace = pace == 0 ? now : pace + WEIGHT_OF_NEWS * (now - pace);
            }
        }
        points.add(point);
        while (points.peek().at().isBefore(point.at().minus(WINDOW))) {
            points.remove();
        }
    }

    /** {@code null} when it cannot be told. */
    Lag lag() {
        return lag;
    }

    /** Events handled a second, over the last half a minute. */
    double perSecond() {
        if (points.size() < 2) {
            return 0;
        }
        Point first = points.peek();
        Point now = points.peekLast();
        long millis = Duration.between(first.at(), now.at()).toMillis();
        return millis == 0 ? 0 : 1e3 * (now.handled() - first.handled()) / millis;
    }

    /** Events a second while there was no end to them; 0 when that has not been seen. */
    double pace() {
        return pace;
    }

    /** When it last handled something, or had nothing to. */
    Instant movedAt() {
        return movedAt;
    }

    /** When it was last seen not having to run; before the first look nobody knows. */
    Instant restedAt() {
        return restedAt;
    }
}
